vendor: Cilium

profile: cilium
device: eBPF connection tracking

setting: bpf-ct-timeout-regular-tcp
default: 8000 (21600 in older releases)
seconds: 8000, 21600
timer: established
then: forgets
at-expiry: entry collected; a reply has no translation any more
change: cilium-agent --bpf-ct-timeout-regular-tcp
source: cilium/cilium Documentation/cmdref/cilium-agent.md (6h0m0s); cilium-agent flag definition, CTMapEntriesTimeoutTCPName (8000*time.Second)
confidence: high

setting: bpf-ct-timeout-regular-tcp-fin
default: 10
seconds: 10
timer: transient
then: forgets
at-expiry: entry collected
change: cilium-agent --bpf-ct-timeout-regular-tcp-fin
source: cilium/cilium Documentation/cmdref/cilium-agent.md
confidence: high

setting: bpf-ct-timeout-regular-tcp-syn
default: 60
seconds: 60
timer: transient
then: forgets
at-expiry: entry collected
change: cilium-agent --bpf-ct-timeout-regular-tcp-syn
source: cilium/cilium Documentation/cmdref/cilium-agent.md
confidence: high
