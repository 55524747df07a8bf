vendor: AVM

profile: avm-fritzbox
device: FRITZ!Box

setting: inactive TCP connection
default: 900
seconds: 900
timer: established
at-expiry: user report: SSH "Connection reset by peer" after ~15 min
change: not configurable; keepalive < 900 s (ssh ServerAliveInterval 300)
source: AVM support quoted in wilfing.eu/artikel/ssh-keepalive; cweiske.de/tagebuch/ssh-enviatel.htm
confidence: medium
