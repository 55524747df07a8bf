vendor: Fortinet

profile: fortinet-fortigate
device: FortiGate

setting: session-ttl default (TCP)
default: 3600
seconds: 3600
timer: established
then: may-reset
at-expiry: silent; RST to both ends with policy `timeout-send-rst enable`; RST to late sender with `reset-sessionless-tcp enable` (default off)
change: config system session-ttl / set default N; per policy set session-ttl N; set timeout-send-rst enable
source: community.fortinet.com ta-p/196858, 194732
confidence: high

profile: fortinet-fortiadc
device: FortiADC

setting: tcp-established-timeout
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: silent (netfilter based)
change: config firewall global
source: FortiADC 7.4.3 CLI ref
confidence: high
