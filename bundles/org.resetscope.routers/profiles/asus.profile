vendor: Asus

profile: asuswrt-merlin
device: AsusWRT-Merlin

setting: ct_tcp_timeout established
default: 2400
seconds: 2400
timer: established
then: forgets
at-expiry: silent
change: Tools > Other Settings > TCP Timeout: Established; nvram ct_tcp_timeout
source: nvram key confirmed in public code; the value is recollection only
confidence: low
