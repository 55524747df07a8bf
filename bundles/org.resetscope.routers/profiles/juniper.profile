vendor: Juniper

profile: juniper-srx
device: SRX

setting: TCP session inactivity
default: 1800
seconds: 1800
timer: established
then: forgets
at-expiry: silent; late packet fails syn-check => dropped (RST only if zone `tcp-rst`)
change: set applications application A inactivity-timeout N
source: Juniper KB34994; Junos 10.2 policy timeout table
confidence: high

setting: HTTP predefined application
default: 300
seconds: 300
timer: established
then: forgets
at-expiry: silent
change: override with custom application
source: Junos CLI ref rst-invalidate-session
confidence: high

setting: session marked invalid
default: 10
seconds: 10
timer: transient
source: Junos 10.2 session characteristics
confidence: high

setting: rst-invalidate-session
default: off
at-expiry: off: session stays for the normal timeout after a RST
change: set security flow tcp-session rst-invalidate-session
source: Junos CLI ref
confidence: high
