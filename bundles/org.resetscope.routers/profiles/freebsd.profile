vendor: FreeBSD

profile: freebsd-ipfw
device: ipfw stateful

# Keepalives keep idle connections of live hosts: silence does not show this timer.
setting: net.inet.ip.fw.dyn_ack_lifetime
default: 300
seconds: 300
at-expiry: keepalives sent to both ends in last 20 s of the lifetime if dyn_keepalive=1 (default)
change: sysctl net.inet.ip.fw.dyn_ack_lifetime=N
source: nunzio.tocci.xyz 2025-08-02 ("was 300=5min"); ipfw(8)
confidence: high

setting: dyn_syn/fin/rst/short_lifetime
default: 20/1/1/5
at-expiry: silent
change: sysctl net.inet.ip.fw.dyn_*
source: ipfw(8); nyomo.hatenablog (20 s); others recollection
confidence: medium
