vendor: Open vSwitch

profile: open-vswitch-userspace
device: userspace connection tracking (netdev datapath)

setting: tcp_established
default: 86400
seconds: 86400
timer: established
then: forgets
at-expiry: silent; a later segment is picked up or invalid, as the flows have it
change: ovs-vsctl add-zone-tp netdev zone=Z tcp_established=N
source: openvswitch/ovs lib/conntrack-tp.c, ct_dpif_netdev_tp_def[]
confidence: high

setting: tcp_fin_wait
default: 900
seconds: 900
timer: half-closed
then: forgets
at-expiry: silent
change: ovs-vsctl add-zone-tp netdev zone=Z tcp_fin_wait=N
source: openvswitch/ovs lib/conntrack-tp.c, ct_dpif_netdev_tp_def[]
confidence: high

setting: tcp_syn_sent / tcp_syn_recv
default: 30 / 30
seconds: 30
timer: transient
then: forgets
at-expiry: silent
change: ovs-vsctl add-zone-tp netdev zone=Z tcp_syn_sent=N
source: openvswitch/ovs lib/conntrack-tp.c, ct_dpif_netdev_tp_def[]
confidence: high
