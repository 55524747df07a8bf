vendor: Palo Alto

profile: palo-alto-pan-os
device: PAN-OS

setting: TCP
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: session removed silently; non-SYN first packet then dropped (default)
change: Device > Setup > Session > Session Timeouts; set deviceconfig setting session timeout-tcp N
source: PAN KB ClTPCA0; docs SCM "default is 3,600"
confidence: high

setting: TCP half-closed / time wait / unverified RST / discard TCP / SYN before SYN-ACK / handshake
default: 120 / 15 / 30 / 90 / 5 / 10
at-expiry: half-close >120 s loses the session
change: Device > Setup > Session > Session Timeouts; set deviceconfig setting session timeout-tcp N
source: PAN KB ClTPCA0; session info dump
confidence: high
