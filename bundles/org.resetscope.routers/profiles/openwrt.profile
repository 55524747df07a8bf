vendor: OpenWrt

profile: openwrt-conntrack
device: all current (base package sysctl-nf-conntrack.conf)
step: In its shell: sysctl net.netfilter.nf_conntrack_tcp_timeout_established tells what it has now, in seconds.
step: "resetscope advise --for openwrt CAPTURE", or the view Advice, has the line for /etc/sysctl.conf that would have kept the connections of a capture; there is no page of LuCI and no UCI option for it.
step: service sysctl restart. Connections that are open keep their old time-out until their next packet.
step: Capture the same traffic again with the same silence: the reset must be gone.

setting: nf_conntrack_tcp_timeout_established
default: 7440
seconds: 7440
timer: established
then: forgets
at-expiry: silent; late WAN packet to masqueraded flow => NEW => wan input REJECT => RST from router (lab OW4,OW5); 7440 = RFC5382 minimum
change: /etc/sysctl.conf: net.netfilter.nf_conntrack_tcp_timeout_established=N
source: github openwrt/openwrt package/kernel/linux/files/sysctl-nf-conntrack.conf
confidence: high

profile: openwrt-conntrack-switches
device: all current

setting: nf_conntrack_tcp_max_retrans / nf_conntrack_checksum
default: 5 / 0
at-expiry: checksum errors not INVALID
change: /etc/sysctl.conf
source: github openwrt/openwrt sysctl-nf-conntrack.conf
confidence: high

profile: openwrt-24.10-window-check
device: <= 24.10.x (patch 613 optional-tcp-window-check)

setting: nf_conntrack_tcp_no_window_check
default: 1
at-expiry: window tracking disabled => out-of-window segments are NOT INVALID
change: sysctl net.netfilter.nf_conntrack_tcp_no_window_check=0
source: scanner text "OpenWRT 24.10.4 and prior ... nf_conntrack_tcp_no_window_check is true by default"; vendor patch docs
confidence: medium

profile: openwrt-firewall4-zones
device: firewall4 /etc/config/firewall defaults

setting: wan input/forward
default: REJECT / DROP
at-expiry: REJECT = tcp reset (tcp_reject_code default tcp-reset)
change: uci set firewall.@zone[1].input=DROP ; firewall.@defaults[0].tcp_reject_code
source: github openwrt/firewall4 root/etc/config/firewall, fw4.uc
confidence: high

profile: openwrt-firewall4
device: firewall4

setting: defaults.drop_invalid
default: 0 (off)
at-expiry: INVALID reaches handle_reject; for masqueraded flows the resulting RST is itself INVALID in OUTPUT and dropped by "Prevent NAT leakage" (lab OW1); for routed/IPv6 flows it goes out (OW8)
change: uci set firewall.@defaults[0].drop_invalid=1
source: github openwrt/firewall4 fw4.uc 1953; openwrt/firewall4 PR 49, PR 59; lab OW1-OW11
confidence: high

profile: openwrt-12.09
device: <= 10.03/12.09 era /etc/sysctl.conf

setting: ip_conntrack_tcp_timeout_established
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: silent; breaks 7200 s keepalives
change: /etc/sysctl.conf
source: tmshlvck/blog 2012-12 openwrt-insanity; dev.openwrt.org ticket 5777
confidence: medium

profile: openwrt-white-russian
device: White Russian RC6

setting: ip_conntrack_tcp_timeouts (est)
default: 43200
seconds: 43200
timer: established
then: forgets
at-expiry: silent
change: sysctl net.ipv4.ip_conntrack_tcp_timeouts
source: jeremycollake/x-wrt network-misc.sh comment
confidence: medium
