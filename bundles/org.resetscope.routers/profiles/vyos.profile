vendor: VyOS

profile: vyos
device: VyOS, Vyatta

setting: system conntrack timeout tcp established
default: 432000
seconds: 432000
timer: established
then: forgets
at-expiry: silent
change: set system conntrack timeout tcp established N
source: vyos/vyatta-cfg-system templates/system/conntrack/timeout/tcp/established/node.def
confidence: high
