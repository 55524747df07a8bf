vendor: HAProxy

profile: haproxy
device: TCP/HTTP

setting: timeout client/server/tunnel
default: none: infinite where not configured
at-expiry: FIN (or RST with option nolinger / http timeouts); not silent
change: timeout client|server|tunnel|client-fin
source: HAProxy configuration manual 4.2, "timeout client", "timeout server": an unspecified timeout is infinite
confidence: high
