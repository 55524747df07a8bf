vendor: Forcepoint/Stonesoft

profile: forcepoint-ngfw
device: NGFW 6.x

setting: TCP idle
default: 1800
seconds: 1800
timer: established
then: forgets
at-expiry: silent
change: Engine editor > Advanced settings > Idle timeouts
source: help.stonesoft.com SMC 6.5
confidence: high
