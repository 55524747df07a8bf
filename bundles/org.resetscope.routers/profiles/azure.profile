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
at-expiry: RST to the sender when a packet arrives on an expired flow
change: az network nat gateway update --idle-timeout 4..120
source: MicrosoftDocs azure-docs: nat-gateway-resource, "Idle Timeout Timers" and "Connection timeouts and timers"
confidence: high

profile: azure-firewall
device: Firewall

setting: TCP idle, north-south
default: 240
seconds: 240
timer: established
then: may-reset
at-expiry: RST to client and server
change: up to 15 min by support request
source: MicrosoftDocs azure-docs: firewall/tcp-session-behavior, "Timeout behavior" and "TCP reset packets (RST)"
confidence: high

setting: TCP idle, east-west
default: 300
seconds: 300
timer: established
then: forgets
at-expiry: no RST
change: not configurable; keepalive < 300 s
source: MicrosoftDocs azure-docs: firewall/tcp-session-behavior, "Timeout behavior" and "TCP reset packets (RST)"
confidence: high

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
