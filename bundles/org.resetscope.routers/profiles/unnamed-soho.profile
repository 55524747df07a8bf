vendor: Vendor (unnamed 2006 GPL tree)

profile: unnamed-soho-2006
device: 2.4-kernel SOHO router rc.c

setting: ip_conntrack_tcp_timeouts
default: 300 600 120 60 120 120 10 60 30 120 (established 600)
seconds: 600
timer: established
then: forgets
at-expiry: silent
change: none
source: exact string hit in a public GPL tree (repo not named)
confidence: medium
