vendor: Tomato (original/Shibby)

profile: tomato
device: 2.4/2.6 kernels

setting: tcp established
default: 1200
seconds: 1200
timer: established
then: forgets
at-expiry: silent
change: Advanced > Conntrack/Netfilter
source: unverified recollection (field order as Tomato64)
confidence: low
