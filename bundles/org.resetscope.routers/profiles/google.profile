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
source: general knowledge (VPC docs)
confidence: medium

profile: google-distributed-cloud-nat
device: Distributed Cloud hosted Cloud NAT

setting: tcpTimeoutSeconds
default: 8000
seconds: 8000
timer: established
change: CloudNATGateway.spec.connectionOptions
source: docs.cloud.google.com GDC air-gapped
confidence: high
