vendor: Docker

profile: docker-bridge
device: bridge NAT (iptables)

setting: uses host conntrack
default: 432000
seconds: 432000
timer: established
then: forgets
at-expiry: no INVALID drop in DOCKER chains (same hazard as lab R1/R12)
change: host sysctl + iptables -I DOCKER-USER/FORWARD -m conntrack --ctstate INVALID -j DROP
source: moby/libnetwork #1090 referenced by k8s 74839; moby iptablesdoc
confidence: medium
