vendor: AWS

profile: aws-nlb
device: Network Load Balancer (TCP listener)

setting: tcp.idle_timeout.seconds
default: 350
seconds: 350
timer: established
then: forgets
at-expiry: flow removed silently; client or target that sends data later gets RST
change: aws elbv2 modify-listener-attributes --attributes Key=tcp.idle_timeout.seconds,Value=60..6000
source: AWS NLB user guide: "Update the TCP idle timeout"; "Connection idle timeout" and "Troubleshoot" (TCP_ELB_Reset_Count) for the RST
confidence: high

profile: aws-nlb-tls
device: NLB TLS listener

setting: idle timeout
default: 350 (fixed)
seconds: 350
timer: established
change: not modifiable
source: docs.aws.amazon.com NLB update-idle-timeout
confidence: high

profile: aws-gwlb
device: Gateway Load Balancer

setting: tcp idle
default: 350
seconds: 350
timer: established
then: forgets
at-expiry: silent
change: modify-listener-attributes 60..6000
source: AWS docs GWLB update-idle-timeout
confidence: high

profile: aws-nat-gateway
device: NAT Gateway

setting: idle timeout
default: 350 (fixed)
seconds: 350
timer: established
then: forgets
at-expiry: RST to the inside host that continues the flow (not FIN); metric IdleTimeoutCount
change: not configurable; keepalive < 350 s
source: awsdocs amazon-vpc-user-guide: nat-gateway-troubleshooting "Internet connection drops after 350 seconds"; vpc-nat-comparison "Timeout behavior" for the RST
confidence: high

profile: aws-network-firewall
device: Network Firewall

setting: TcpIdleTimeoutSeconds
default: 350
seconds: 350
timer: established
then: forgets
at-expiry: data dropped after expiry; next SYN is a new flow (current text: per stream exception policy)
change: FlowTimeouts in firewall policy, 60..6000
source: AWS API_FlowTimeouts
confidence: high

profile: aws-security-group
device: Security group connection tracking (ENI)

setting: TcpEstablishedTimeout
default: 432000 (350 on Nitro v6+)
seconds: 432000, 350
timer: established
then: forgets
at-expiry: silently dropped
change: modify-network-interface-attribute --connection-tracking-specification TcpEstablishedTimeout=60..432000
source: API_ConnectionTrackingSpecification; NLB doc note on Nitro V6+
confidence: high

profile: aws-alb
device: Application Load Balancer

setting: idle_timeout.timeout_seconds
default: 60
seconds: 60
timer: established
then: closes
at-expiry: connection closed
change: elbv2 modify-load-balancer-attributes idle_timeout.timeout_seconds 1..4000
source: AWS ALB user guide: edit-load-balancer-attributes, "Connection idle timeout"
confidence: high
