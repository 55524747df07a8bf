vendor: Kubernetes

profile: kube-proxy
device: kube-proxy

setting: conntrack tcpEstablishedTimeout
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: sets nf_conntrack_tcp_timeout_established on the node
change: --conntrack-tcp-timeout-established
source: kubernetes/kubernetes pkg/proxy/apis/config/v1alpha1/defaults.go, SetDefaults_KubeProxyConfiguration()
confidence: high

setting: conntrack tcpCloseWaitTimeout
default: 3600
seconds: 3600
timer: half-closed
then: forgets
at-expiry: 60 s kernel default broke half-closed service connections
change: --conntrack-tcp-timeout-close-wait
source: kubernetes/kubernetes pkg/proxy/apis/config/v1alpha1/defaults.go, SetDefaults_KubeProxyConfiguration()
confidence: high

profile: kube-proxy-rules
device: kube-proxy iptables/nftables

setting: KUBE-FORWARD ctstate INVALID drop
default: on unless tcpBeLiberal
at-expiry: without it un-DNATed INVALID reply reaches the pod which RSTs (lab R12/R13)
change: conntrack.tcpBeLiberal: true
source: k8s issue 74839, PR 74840, 120412, 122663
confidence: high

profile: ipvs
device: IPVS (kube-proxy ipvs / LVS)

setting: tcp established
default: 900
seconds: 900
timer: established
then: forgets
at-expiry: entry removed; next packet has no entry => dropped or RST by the real server/VIP host
change: ipvsadm --set 900 120 300; kube-proxy --ipvs-tcp-timeout
source: ip_vs_proto_tcp.c table (exact string, 15*60*HZ)
confidence: high

profile: ipvs-closing
device: IPVS

setting: fin_wait / time_wait / close_wait / last_ack / close
default: 120 / 120 / 60 / 30 / 10
at-expiry: silent
change: ipvsadm --set (tcp tcpfin udp)
source: ip_vs_proto_tcp.c table
confidence: high
