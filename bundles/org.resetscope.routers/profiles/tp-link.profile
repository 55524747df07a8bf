vendor: TP-Link

profile: tp-link-consumer
device: consumer

setting: tcp established
default: unknown
timer: established
change: no UI setting
source: not found
confidence: low
