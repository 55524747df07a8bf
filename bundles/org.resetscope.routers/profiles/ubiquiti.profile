vendor: Ubiquiti

profile: ubiquiti-edgeos
device: EdgeOS (Vyatta)

setting: system conntrack timeout tcp established
default: 432000 (kernel default)
seconds: 432000
timer: established
then: forgets
at-expiry: silent
change: set system conntrack timeout tcp established N
source: vyos/vyatta-cfg-system (the Vyatta it grew from) has 432000; for EdgeOS itself unverified
confidence: low

profile: ubiquiti-unifi
device: UniFi gateway

setting: tcp established
default: 7440
seconds: 7440
timer: established
then: forgets
at-expiry: silent
change: Settings > Security/Networks > advanced timeouts
source: unverified
confidence: low
