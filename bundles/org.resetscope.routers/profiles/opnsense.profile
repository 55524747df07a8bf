vendor: OPNsense

profile: opnsense
device: OPNsense

setting: tcp.established (normal)
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent
change: Firewall > Settings > Advanced > Miscellaneous > Firewall Optimization
source: opnsense/docs source/manual/firewall_settings.rst, "Firewall Optimization": normal is the default; pf kernel header PFTM_TCP_ESTABLISHED_VAL
confidence: high
