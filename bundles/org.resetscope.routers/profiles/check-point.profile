vendor: Check Point

profile: check-point-gateway
device: Security Gateway

setting: TCP session timeout
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: silent; late packet "First packet isn't SYN" drop
change: SmartConsole > Global properties > Stateful Inspection; service object > Advanced
source: khairul.org 2023-01-30; ipv4security.com tcp_timeout.txt; community.checkpoint.com
confidence: high

setting: TCP start / end timeout
default: 25 / 20
at-expiry: silent
change: Global properties > Stateful Inspection
source: khairul.org 2023-01-30
confidence: high
