vendor: OpenBSD/FreeBSD

profile: pf
device: pf (OpenBSD, FreeBSD, macOS)

setting: tcp.first
default: 120
seconds: 120
timer: transient
then: forgets
at-expiry: silent; state purge (interval 10 s). Late non-SYN packet does not match `flags S/SA` rules => default block: drop, or RST if `block return`
change: pf.conf: set timeout { tcp.first N } / set optimization conservative
source: pf kernel header PFTM_*_VAL constants (exact string, 5 trees)
confidence: high

setting: tcp.opening
default: 30
seconds: 30
timer: transient
then: forgets
at-expiry: silent; state purge (interval 10 s). Late non-SYN packet does not match `flags S/SA` rules => default block: drop, or RST if `block return`
change: pf.conf: set timeout { tcp.opening N } / set optimization conservative
source: pf kernel header PFTM_*_VAL constants (exact string, 5 trees)
confidence: high

setting: tcp.established
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent; state purge (interval 10 s). Late non-SYN packet does not match `flags S/SA` rules => default block: drop, or RST if `block return`
change: pf.conf: set timeout { tcp.established N } / set optimization conservative
source: pf kernel header PFTM_*_VAL constants (exact string, 5 trees)
confidence: high

setting: tcp.closing
default: 900
seconds: 900
timer: half-closed
then: forgets
at-expiry: silent; state purge (interval 10 s). Late non-SYN packet does not match `flags S/SA` rules => default block: drop, or RST if `block return`
change: pf.conf: set timeout { tcp.closing N } / set optimization conservative
source: pf kernel header PFTM_*_VAL constants (exact string, 5 trees)
confidence: high

setting: tcp.finwait
default: 45
seconds: 45
timer: transient
then: forgets
at-expiry: silent; state purge (interval 10 s). Late non-SYN packet does not match `flags S/SA` rules => default block: drop, or RST if `block return`
change: pf.conf: set timeout { tcp.finwait N } / set optimization conservative
source: pf kernel header PFTM_*_VAL constants (exact string, 5 trees)
confidence: high

setting: tcp.closed
default: 90
seconds: 90
timer: transient
then: forgets
at-expiry: silent; state purge (interval 10 s). Late non-SYN packet does not match `flags S/SA` rules => default block: drop, or RST if `block return`
change: pf.conf: set timeout { tcp.closed N } / set optimization conservative
source: pf kernel header PFTM_*_VAL constants (exact string, 5 trees)
confidence: high

profile: pf-policy
device: pf

setting: adaptive.start/end
default: 60%/120% of state limit
at-expiry: timeouts scaled down linearly as the state table fills => early expiry
change: pf.conf: set timeout adaptive.start/adaptive.end; set limit states
source: freebsd/freebsd-src share/man/man5/pf.conf.5, "set timeout": adaptive.start, adaptive.end
confidence: high

setting: set block-policy
default: drop
at-expiry: drop: silent; return: RST for TCP
change: pf.conf: set block-policy return|drop
source: OpenBSD pf FAQ options (openbsd mirrors)
confidence: high
