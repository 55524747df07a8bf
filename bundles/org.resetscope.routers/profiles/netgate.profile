vendor: Netgate

profile: pfsense
device: pfSense

setting: tcp.established (Normal)
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent; `reject` rule returns RST, `block` silent
change: System > Advanced > Firewall & NAT > Firewall Optimization / State Timeouts
source: pfsense/pfsense src/conf.default/config.xml, optimization "normal"; pf kernel header PFTM_TCP_ESTABLISHED_VAL
confidence: high
