vendor: Linux

profile: linux-conntrack
device: netfilter conntrack (mainline)

setting: nf_conntrack_tcp_timeout_established
default: 432000
seconds: 432000
timer: established
then: forgets
at-expiry: silent removal; no RST at expiry. Late packet: picked up as NEW mid-stream if tcp_loose=1 (default), INVALID if 0; what the ruleset does with NEW-non-SYN decides (lab F1-F8,X1-X9)
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_syn_sent
default: 120
seconds: 120
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_syn_sent=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_syn_recv
default: 60
seconds: 60
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_syn_recv=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_fin_wait
default: 120
seconds: 120
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_fin_wait=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_close_wait
default: 60
seconds: 60
timer: half-closed
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_close_wait=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_last_ack
default: 30
seconds: 30
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_last_ack=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_time_wait
default: 120
seconds: 120
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_time_wait=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_close
default: 10
seconds: 10
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_close=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_max_retrans
default: 300
seconds: 300
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_max_retrans=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_timeout_unacknowledged
default: 300
seconds: 300
timer: transient
then: forgets
at-expiry: silent removal
change: sysctl -w net.netfilter.nf_conntrack_tcp_timeout_unacknowledged=N ; per-flow: nft `ct timeout` object / iptables -j CT --timeout
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

profile: linux-conntrack-switches
device: netfilter conntrack

setting: nf_conntrack_tcp_loose
default: 1
at-expiry: mid-stream pick-up enabled; 0 => late packets INVALID
change: sysctl net.netfilter.nf_conntrack_tcp_loose
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_tcp_be_liberal
default: 0
at-expiry: 0: any over-window seq/ack is INVALID (and un-NATed); 1: not INVALID, but an out-of-window RST cuts the entry timeout to 10 s (lab RS1)
change: sysctl net.netfilter.nf_conntrack_tcp_be_liberal
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl; lab E19,RS1
confidence: high

setting: nf_conntrack_tcp_ignore_invalid_rst
default: 0
at-expiry: 1: out-of-window RST not marked INVALID
change: sysctl net.netfilter.nf_conntrack_tcp_ignore_invalid_rst
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

setting: nf_conntrack_checksum
default: 1
at-expiry: 1: bad L4 checksum => INVALID; REJECT tcp-reset itself never answers a bad-checksum segment (lab G9)
change: sysctl net.netfilter.nf_conntrack_checksum
source: measured: kernel 6.18 `sysctl net.netfilter` in a fresh netns; docs.kernel.org networking/nf_conntrack-sysctl
confidence: high

profile: linux-conntrack-6.1
device: netfilter conntrack >= 6.1

setting: below-window (delayed/retransmitted) segments
default: -
at-expiry: NOT INVALID any more (accepted as ESTABLISHED, no state change); before 6.1 they were INVALID
change: kernel version
source: netfilter-devel 2022-07-20 "ignore overly delayed tcp packets" (F. Westphal); lab E1 column below
confidence: high

profile: linux-2.4-conntrack
device: kernel 2.4 ip_conntrack (WRT54G era)

setting: ip_conntrack_tcp_timeout_established
default: 432000
seconds: 432000
timer: established
then: forgets
at-expiry: silent
change: echo N > /proc/sys/net/ipv4/netfilter/ip_conntrack_tcp_timeout_established
source: net/ipv4/netfilter/ip_conntrack_proto_tcp.c of kernel 2.4, tcp_timeouts[] (read in LinuxPDA/sharp-kernel, iPodLinux/linux-2.4.32-ipod)
confidence: high

setting: ip_conntrack_tcp_timeout_close_wait
default: 60 (120 in early 2.4)
seconds: 60, 120
timer: half-closed
then: forgets
at-expiry: silent
change: sysctl net.ipv4.netfilter.ip_conntrack_tcp_timeout_close_wait; compiled in before that
source: net/ipv4/netfilter/ip_conntrack_proto_tcp.c of kernel 2.4, tcp_timeouts[] (read in LinuxPDA/sharp-kernel, iPodLinux/linux-2.4.32-ipod)
confidence: high

setting: ip_conntrack_tcp_timeout_fin_wait
default: 120
seconds: 120
timer: transient
then: forgets
at-expiry: silent
change: sysctl net.ipv4.netfilter.ip_conntrack_tcp_timeout_fin_wait; compiled in before that
source: net/ipv4/netfilter/ip_conntrack_proto_tcp.c of kernel 2.4, tcp_timeouts[] (read in LinuxPDA/sharp-kernel, iPodLinux/linux-2.4.32-ipod)
confidence: high

profile: linux-keepalive
device: TCP keepalive (endpoint)

# A host's own timer, not a device's.
setting: net.ipv4.tcp_keepalive_time/intvl/probes
default: 7200/75/9
seconds: 7200
timer: keepalive
at-expiry: 7200 s is longer than most NAT/firewall idle timeouts below => keepalive must be lowered
change: sysctl net.ipv4.tcp_keepalive_time; SO_KEEPALIVE + TCP_KEEPIDLE per socket; ssh ServerAliveInterval
source: Linux Documentation/networking/ip-sysctl.rst, tcp_keepalive_time, tcp_keepalive_probes, tcp_keepalive_intvl
confidence: high
