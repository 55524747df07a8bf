vendor: D-Link

profile: d-link-dsl-504t
device: DSL-504T

setting: ip_conntrack_max
default: 1024
at-expiry: router stalls when full
change: telnet: echo 2048 > /proc/sys/net/ipv4/netfilter/ip_conntrack_max
source: adslzone.net/tutorial-14.6.html
confidence: medium

profile: d-link-dfl-1600
device: DFL-1600 (NetDefendOS)

setting: TCP idle lifetime
default: 262144
seconds: 262144
timer: established
then: forgets
at-expiry: closed silently
change: System > Advanced settings > Connection timeout settings
source: DFL-1600 manual 13.5
confidence: high

setting: TCP SYN / FIN idle lifetime
default: 60 / 80
at-expiry: silent
change: System > Advanced settings > Connection timeout settings
source: DFL-1600 manual 13.5
confidence: high
