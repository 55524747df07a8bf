vendor: Envoy

profile: envoy-tcp-proxy
device: tcp_proxy

setting: idle_timeout
default: 3600
seconds: 3600
timer: established
then: closes
at-expiry: closes both sides
change: tcp_proxy.idle_timeout
source: general knowledge
confidence: high
