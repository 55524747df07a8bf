vendor: DD-WRT

profile: dd-wrt
device: all (services defaults)
step: Administration > Management > IP Filter Settings: set TCP Timeout to more than the longest silence of your connections. Apply.
step: Or in its shell: nvram set ip_conntrack_tcp_timeouts=N (seconds), nvram commit, reboot.
step: Capture the same traffic again with the same silence: the reset must be gone.

setting: ip_conntrack_tcp_timeouts
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: silent
change: Administration > Management > IP Filter Settings: TCP Timeout; nvram set ip_conntrack_tcp_timeouts=N
source: DD-WRT source sysinit (nvram_seti ip_conntrack_tcp_timeouts 3600 when RAM > 8 MB)
confidence: high

profile: dd-wrt-table
device: routers with > 8 MB RAM

setting: ip_conntrack_max
default: 4096
at-expiry: table full: new SYNs dropped silently
change: Administration > Management > Maximum Ports; nvram ip_conntrack_max
source: DD-WRT source sysinit
confidence: high
