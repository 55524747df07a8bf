vendor: Google

profile: google-cloud-nat
device: Cloud NAT

setting: tcpEstablishedIdleTimeoutSec
default: 1200
seconds: 1200
timer: established
then: forgets
at-expiry: mapping removed silently, no RST
change: gcloud compute routers nats update --tcp-established-idle-timeout=N
source: oneuptime.com 2026-02-17; cloud.google.com/nat tune-nat
confidence: high

setting: tcpTransitoryIdleTimeoutSec
default: 30
seconds: 30
timer: transient
then: forgets
at-expiry: silent
change: --tcp-transitory-idle-timeout
source: oneuptime.com 2026-02-17; cloud.google.com/nat tune-nat
confidence: high

setting: tcpTimeWaitTimeoutSec
default: 120 (30 for gateways created after 2026-09-30)
seconds: 120, 30
timer: transient
then: forgets
at-expiry: silent
change: --tcp-time-wait-timeout
source: cloudscoop.io 2026-03-31 announcement
confidence: high

profile: google-vpc-firewall
device: VPC firewall connection tracking

setting: idle
default: 600
seconds: 600
timer: established
then: forgets
at-expiry: silently dropped afterwards
change: not configurable; keepalive < 600 s
source: cloud.google.com/compute/docs/troubleshooting: "10 minute connection tracking" of VPC networks
confidence: high

profile: google-distributed-cloud-nat
device: Distributed Cloud hosted Cloud NAT

setting: tcpTimeoutSeconds
default: 8000
seconds: 8000
timer: established
change: CloudNATGateway.spec.connectionOptions
source: docs.cloud.google.com GDC air-gapped
confidence: high

profile: google-external-alb
device: Global external Application Load Balancer

setting: client HTTP keepalive timeout
default: 610
seconds: 610
timer: established
then: closes
at-expiry: FIN
change: gcloud compute target-http-proxies update --http-keep-alive-timeout-sec=5..1200
source: docs.cloud.google.com load-balancing/docs/https/request-distribution, "Global external Application Load Balancer connections"
confidence: high

setting: backend HTTP keepalive timeout
default: 600
seconds: 600
timer: established
then: closes
at-expiry: a backend whose own time-out is shorter resets the request that crosses its FIN
change: not configurable; give the backend a longer one
source: docs.cloud.google.com load-balancing/docs/https/request-distribution, "Global external Application Load Balancer connections"
confidence: high
