vendor: nginx

profile: nginx-stream
device: stream

setting: proxy_timeout
default: 600
seconds: 600
timer: established
then: closes
at-expiry: closes both sides
change: proxy_timeout 10m; proxy_socket_keepalive on
source: nginx/nginx src/stream/ngx_stream_proxy_module.c, ngx_stream_proxy_merge_srv_conf(): 10 * 60000 ms
confidence: high

profile: nginx-http
device: http

setting: keepalive_timeout
default: 75
seconds: 75
timer: established
then: closes
at-expiry: FIN; RST if client data arrives after close
change: keepalive_timeout, lingering_close
source: nginx.org ngx_http_core_module, keepalive_timeout
confidence: high

setting: proxy_read_timeout
default: 60
seconds: 60
timer: established
then: closes
at-expiry: 504 to the client; the connection to the upstream ends
change: proxy_read_timeout N
source: nginx.org ngx_http_proxy_module, proxy_read_timeout
confidence: high
