vendor: Azure

profile: azure-load-balancer
device: Load Balancer

setting: idle timeout
default: 240
seconds: 240
timer: established
then: may-reset
at-expiry: default: silent drop; with TCP Reset enabled: RST to both ends at the timeout
change: az network lb rule update --idle-timeout 4..100 --enable-tcp-reset true
source: learn.microsoft.com load-balancer-tcp-reset / -tcp-idle-timeout
confidence: high

profile: azure-nat-gateway
device: NAT Gateway

setting: idleTimeoutInMinutes
default: 240
seconds: 240
timer: established
then: forgets
at-expiry: RST to sender when a packet arrives on an expired flow (recollection)
change: az network nat gateway update --idle-timeout 4..120
source: Azure SDK docs (4..120, default 4); cloudnetworking.pro
confidence: high

profile: azure-firewall
device: Firewall

# Its outbound value is a range, and all of it is unverified: held against no silence.
setting: TCP idle
default: 240 inbound; 300-900 outbound
timer: established
at-expiry: RST sent on idle timeout (recollection)
change: support request / not self-service
source: unverified
confidence: low

profile: azure-aks-outbound
device: AKS outbound LB

setting: idleTimeoutInMinutes
default: 1800
seconds: 1800
timer: established
then: may-reset
at-expiry: silent unless TCP reset
change: az aks update --load-balancer-idle-timeout 4..120
source: Azure powershell IManagedClusterLoadBalancerProfile docs
confidence: high
