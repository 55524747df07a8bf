vendor: SonicWall

profile: sonicwall-sonicos
device: SonicOS

setting: Default TCP connection timeout
default: 900 (15 min) vs 300 in a 5.8 audit text
seconds: 900, 300
timer: established
then: forgets
at-expiry: silent
change: Firewall Settings > Flood Protection > TCP Settings; access rule > Advanced
source: Tenable audit SonicWALL 5.8 says default 5 minutes; 15 min recollection
confidence: low
