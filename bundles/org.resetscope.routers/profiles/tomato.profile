vendor: Tomato (original/Shibby)

profile: tomato
device: 2.4/2.6 kernels
step: The value below is unverified: look at what yours has, Advanced > Conntrack/Netfilter.
step: There, set the time-out of established TCP connections to more than the longest silence of yours. Save.
step: Capture the same traffic again with the same silence: the reset must be gone.

setting: tcp established
default: 1200
seconds: 1200
timer: established
then: forgets
at-expiry: silent
change: Advanced > Conntrack/Netfilter
source: unverified recollection (field order as Tomato64)
confidence: low
