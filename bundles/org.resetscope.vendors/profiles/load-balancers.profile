vendor: F5

profile: f5-big-ip
device: F5 BIG-IP

setting: idle time-out (fastL4 profile)
default: 300
seconds: 300
timer: established
then: closes
at-expiry: sends RST to both sides (reset-on-timeout is enabled as delivered)
change: modify ltm profile fastl4 NAME idle-timeout SECONDS
source: clouddocs.f5.com, AS3 schema reference, L4_Profile (idleTimeout, resetOnTimeout)
confidence: high

vendor: Citrix

profile: citrix-adc
device: Citrix ADC (NetScaler)

setting: TCP client and server idle time-out
default: 9000
seconds: 9000
timer: established
then: may-reset
at-expiry: the connection becomes a zombie; the zombie clean-up (every 120 s) sends RST to both sides
change: set ns timeout -tcpClient SECONDS -tcpServer SECONDS
source: docs.netscaler.com, NetScaler T1 TCP optimization, frequently asked questions, Timeouts
confidence: medium

setting: half-closed time-out
default: 10
seconds: 10
timer: half-closed
then: may-reset
at-expiry: as above
change: set ns timeout -halfclose SECONDS
source: docs.netscaler.com, NetScaler T1 TCP optimization, frequently asked questions, Timeouts
confidence: medium
