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
source: general knowledge
confidence: high

profile: nginx-http
device: http

setting: keepalive_timeout / proxy_read_timeout
default: 75 / 60
seconds: 75, 60
timer: established
then: closes
at-expiry: FIN; RST if client data arrives after close
change: keepalive_timeout, lingering_close
source: general knowledge
confidence: high
