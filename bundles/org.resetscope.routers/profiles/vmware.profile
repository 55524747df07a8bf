vendor: VMware

profile: vmware-nsx-distributed
device: NSX distributed firewall

setting: TCP established
default: 43200
seconds: 43200
timer: established
then: forgets
at-expiry: silent
change: Security > General settings > Firewall > Session timer
source: docs.vmware.com NSX 4.1 default timers
confidence: high

setting: first/opening/closing/finwait/closed
default: 120/30/120/45/20
at-expiry: silent
change: Security > General settings > Firewall > Session timer
source: NSX 4.1
confidence: high

profile: vmware-nsx-edge
device: NSX gateway firewall (edge)

setting: TCP established
default: 7200
seconds: 7200
timer: established
then: forgets
at-expiry: silent
change: session timer profile
source: NSX 4.1
confidence: high

profile: vmware-nsx-edge-closing
device: NSX gateway firewall

setting: first/opening/closing/finwait/closed
default: 120/30/900/4/2
at-expiry: silent
change: session timer profile
source: NSX 4.1
confidence: high

profile: vmware-nsx-v
device: NSX-v / vCNS edge

setting: TCP established
default: 3600
seconds: 3600
timer: established
then: forgets
at-expiry: silent
change: REST /api/4.0/edges/{id}/...
source: kb.vmware.com 2101275
confidence: high
