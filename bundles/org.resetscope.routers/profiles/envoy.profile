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
source: envoyproxy/envoy api/envoy/extensions/filters/network/tcp_proxy/v3/tcp_proxy.proto, idle_timeout
confidence: high

profile: envoy-http
device: HTTP connection manager

setting: stream_idle_timeout
default: 300
seconds: 300
timer: established
then: closes
at-expiry: 408 or stream reset; of an HTTP/1.1 request the connection ends
change: HttpConnectionManager.stream_idle_timeout; 0 disables
source: envoyproxy/envoy api/envoy/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto, stream_idle_timeout
confidence: high
