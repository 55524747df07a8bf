vendor: SonicWall

profile: sonicwall-sonicos
device: SonicOS

setting: Default TCP connection timeout
default: 300
seconds: 300
timer: established
then: forgets
at-expiry: silent
change: Firewall Settings > Flood Protection > TCP Settings; access rule > Advanced
source: help.sonicwall.com SonicOS "TCP Settings"; SonicOS Enhanced 4.0 Administrator Guide p. 439: "The default value is 5 minutes"
confidence: high
