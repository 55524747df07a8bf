vendor: Netgear

profile: netgear-consumer
device: consumer

setting: tcp established
default: unknown
timer: established
change: no UI setting
source: not found
confidence: low
