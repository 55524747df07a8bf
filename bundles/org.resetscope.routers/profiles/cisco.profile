vendor: Cisco

profile: cisco-ios-nat
device: IOS NAT

setting: ip nat translation tcp-timeout
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent removal
change: ip nat translation tcp-timeout N
source: IOS command ref; O'Reilly Cisco IOS in a Nutshell
confidence: high

setting: ip nat translation finrst-timeout
default: 60
seconds: 60
timer: transient
then: forgets
at-expiry: silent
change: ip nat translation finrst-timeout N
source: IOS command ref; O'Reilly Cisco IOS in a Nutshell
confidence: high

setting: syn-timeout
default: 60
seconds: 60
timer: transient
then: forgets
at-expiry: silent
change: ip nat translation syn-timeout N
source: IOS command reference, "ip nat translation (timeout)", keyword syn-timeout
confidence: high

profile: cisco-asa
device: ASA

setting: timeout conn
default: 3600
seconds: 3600
timer: established
then: may-reset
at-expiry: silent by default; later non-SYN packet dropped ("Deny TCP (no connection)"); RST to both ends only with `reset` keyword
change: timeout conn h:mm:ss (global) or policy-map: set connection timeout idle h:mm:ss reset
source: Cisco ASA 9.1 config guide conns_connlimits; CLI guide 22-14
confidence: high

setting: half-closed
default: 600
seconds: 600
timer: half-closed
then: forgets
at-expiry: never sends RST for half-closed
change: set connection timeout half-closed
source: Cisco ASA 9.1 config guide conns_connlimits; CLI guide 22-14
confidence: high

setting: embryonic
default: 30
seconds: 30
timer: transient
then: forgets
at-expiry: silent
change: set connection timeout embryonic
source: Cisco ASA 9.1 config guide conns_connlimits; CLI guide 22-14
confidence: high

setting: dcd retry-interval/max-retries
default: 15 / 5
at-expiry: probes both ends instead of expiring live idle conns
change: set connection timeout dcd
source: Cisco ASA 8.4 config guide conns_connlimits, keyword dcd; quoted in Cisco community 3154051 "ASA dead connection detection"
confidence: high

setting: service resetoutbound
default: enabled
at-expiry: RST for outbound TCP that is denied, also for segments of no known connection; silent drop where disabled
change: no service resetoutbound [interface i]
source: Cisco 220486 "Understand RST packets sent by Secure Firewall", Case Study 1
confidence: high

setting: service resetinbound
default: disabled
at-expiry: when enabled: RST for inbound TCP that is denied; silent drop otherwise
change: service resetinbound [interface i]
source: behaviour: Cisco ASA Series Firewall ASDM config guide, "Configuring TCP Options"; the default is recollection
confidence: medium
