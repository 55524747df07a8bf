vendor: Tomato (original/Shibby)

profile: tomato
device: 2.4/2.6 kernels
step: As delivered it leaves the time-out to its kernel, which may be patched: look at what yours has, Advanced > Conntrack/Netfilter.
step: There, set the time-out of established TCP connections to more than the longest silence of yours. Save.
step: Capture the same traffic again with the same silence: the reset must be gone.

setting: ct_tcp_timeout
default: "" (kernel default)
timer: established
then: forgets
at-expiry: silent
change: Advanced > Conntrack/Netfilter; nvram ct_tcp_timeout
source: tomatofirmware/tomato release/src/router/nvram/defaults.c, ct_tcp_timeout
confidence: high
