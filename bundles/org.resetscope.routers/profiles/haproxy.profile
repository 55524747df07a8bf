vendor: HAProxy

profile: haproxy
device: TCP/HTTP

setting: timeout client/server/tunnel
default: none built in (shipped example 50s/1m)
at-expiry: FIN (or RST with option nolinger / http timeouts); not silent
change: timeout client|server|tunnel|client-fin
source: HAProxy manual via go2live.cn; general knowledge
confidence: medium
