vendor: Jool

profile: jool-nat64
device: stateful NAT64

setting: tcp-est-timeout
default: 7200
seconds: 7200
timer: established
at-expiry: probes the IPv6 side once, then waits the transitory time-out
change: jool global update tcp-est-timeout T
source: NICMx/Jool src/common/constants.h, TCP_EST; RFC 6146, 3.5.2.2 for the probe
confidence: high

setting: tcp-trans-timeout
default: 240
seconds: 240
timer: transient
then: forgets
at-expiry: session removed silently
change: jool global update tcp-trans-timeout T
source: NICMx/Jool src/common/constants.h, TCP_TRANS
confidence: high
