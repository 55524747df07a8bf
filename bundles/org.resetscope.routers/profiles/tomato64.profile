vendor: Tomato64

profile: tomato64
device: defaults.c

setting: ct_tcp_timeout (2nd field = established)
default: 1200
seconds: 1200
timer: established
then: forgets
at-expiry: silent
change: Advanced > Conntrack/Netfilter > TCP Timeout; nvram ct_tcp_timeout="0 1200 120 60 120 120 10 60 30 0"
source: Tomato defaults.c (#ifdef TOMATO64) found by exact string
confidence: high
