vendor: FD.io

profile: vpp-nat44
device: VPP NAT44

setting: tcp-established
default: 7440
seconds: 7440
timer: established
then: forgets
at-expiry: session removed silently
change: set nat timeout tcp-established N
source: FDio/vpp src/plugins/nat/nat.h, SNAT_TCP_ESTABLISHED_TIMEOUT
confidence: high

setting: tcp-transitory
default: 240
seconds: 240
timer: transient
then: forgets
at-expiry: session removed silently
change: set nat timeout tcp-transitory N
source: FDio/vpp src/plugins/nat/nat.h, SNAT_TCP_TRANSITORY_TIMEOUT
confidence: high
