vendor: MikroTik

profile: mikrotik-routeros
device: RouterOS

setting: tcp-established-timeout
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-established-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-syn-sent-timeout
default: 5
seconds: 5
timer: transient
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-syn-sent-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-syn-received-timeout
default: 5
seconds: 5
timer: transient
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-syn-received-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-fin-wait-timeout
default: 10
seconds: 10
timer: transient
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-fin-wait-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-close-wait-timeout
default: 10
seconds: 10
timer: half-closed
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-close-wait-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-last-ack-timeout
default: 10
seconds: 10
timer: transient
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-last-ack-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-time-wait-timeout
default: 10
seconds: 10
timer: transient
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-time-wait-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-close-timeout
default: 10
seconds: 10
timer: transient
then: forgets
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set tcp-close-timeout=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: loose-tcp-tracking
default: yes
at-expiry: silent; INVALID packets do not take part in NAT (vendor strongly suggests dropping invalid in forward and input)
change: /ip firewall connection tracking set loose-tcp-tracking=...
source: help.mikrotik.com Connection tracking; kb.homayouni.info copy
confidence: high

setting: tcp-max-retrans / tcp-unacked-timeout
default: 300 / 300
at-expiry: silent
change: /ip firewall connection tracking
source: published exports of RouterOS 7 have tcp-max-retrans-timeout=5m tcp-unacked-timeout=5m; that these are the defaults is unverified
confidence: low
