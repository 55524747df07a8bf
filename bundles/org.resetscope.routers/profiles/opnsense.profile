vendor: OPNsense

profile: opnsense
device: OPNsense

setting: tcp.established (normal)
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent
change: Firewall > Settings > Advanced > Firewall Optimization
source: pf constants; UI path recollection
confidence: medium
