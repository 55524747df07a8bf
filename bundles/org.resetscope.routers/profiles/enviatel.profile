vendor: enviaTel

profile: enviatel-cgnat
device: DS-Lite/CGNAT (ISP example)

setting: TCP idle
default: 300
seconds: 300
timer: established
then: forgets
at-expiry: silent hang
change: keepalive < 300 s
source: cweiske.de/tagebuch/ssh-enviatel.htm (300 ok, 301 not)
confidence: medium
