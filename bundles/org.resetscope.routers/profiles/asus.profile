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
source: second field of nvram ct_tcp_timeout, read from an RT-BE92U with Merlin 3006.102.7_2 in a public note ("Write-Path Characterization"); that this is the default is unverified
confidence: low
