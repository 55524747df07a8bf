vendor: Sophos

profile: sophos-sfos
device: Firewall (SFOS)

setting: tcp-est-idle-timeout (2700-432000)
default: 10800
seconds: 10800
timer: established
then: forgets
at-expiry: silent
change: console: set advanced-firewall tcp-est-idle-timeout N; midstream-connection-pickup on|off
source: docs.sophos.com SFOS 21 CLI advanced-firewall: the range; the default is recollection
confidence: medium
