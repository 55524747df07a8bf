vendor: Kaspersky

profile: kaspersky-ngfw
device: NGFW 1.1

setting: TCP established
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: silent
change: session timeouts page
source: support.kaspersky.com NGFW 299873
confidence: high
