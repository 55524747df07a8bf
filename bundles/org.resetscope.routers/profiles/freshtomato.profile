vendor: FreshTomato

profile: freshtomato
device: defaults.c (non-TOMATO64)

setting: ct_tcp_timeout
default: "" (kernel/firmware default)
timer: established
then: forgets
at-expiry: silent
change: Advanced > Conntrack/Netfilter (wiki.freshtomato.org/doku.php/advanced-ctnf)
source: Tomato defaults.c; freshtomato wiki
confidence: medium
