vendor: FreeBSD

profile: freebsd-ipfw
device: ipfw stateful

# Keepalives keep idle connections of live hosts: silence does not show this timer.
setting: net.inet.ip.fw.dyn_ack_lifetime
default: 300
seconds: 300
at-expiry: keepalives sent to both ends in last 20 s of the lifetime if dyn_keepalive=1 (default)
change: sysctl net.inet.ip.fw.dyn_ack_lifetime=N
source: freebsd/freebsd-src sys/netpfil/ipfw/ip_fw_dynamic.c, ipfw_dyn_init()
confidence: high

setting: dyn_syn/fin/rst/short_lifetime
default: 20/1/1/5
at-expiry: silent
change: sysctl net.inet.ip.fw.dyn_*
source: freebsd/freebsd-src sys/netpfil/ipfw/ip_fw_dynamic.c, ipfw_dyn_init()
confidence: high

profile: freebsd-libalias
device: libalias (natd, ipfw nat)

setting: TCP_EXPIRE_CONNECTED
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: alias removed silently
change: compiled in
source: freebsd/freebsd-src sys/netinet/libalias/alias_db.c, TCP_EXPIRE_CONNECTED
confidence: high

setting: TCP_EXPIRE_INITIAL
default: 300
seconds: 300
timer: transient
then: forgets
at-expiry: alias removed silently
change: compiled in
source: freebsd/freebsd-src sys/netinet/libalias/alias_db.c, TCP_EXPIRE_INITIAL
confidence: high

setting: TCP_EXPIRE_SINGLEDEAD
default: 90
seconds: 90
timer: half-closed
then: forgets
at-expiry: one side has closed: the other one's data has no alias any more
change: compiled in
source: freebsd/freebsd-src sys/netinet/libalias/alias_db.c, TCP_EXPIRE_SINGLEDEAD
confidence: high
