vendor: Microsoft

profile: microsoft-hyper-v-nat
device: WinNAT / Hyper-V NAT (Get-NetNat)

setting: TcpEstablishedConnectionTimeout
default: 1800
seconds: 1800
timer: established
at-expiry: not documented
change: Set-NetNat -Name N -TcpEstablishedConnectionTimeout s
source: Get-NetNat dump pastebin J8R97TS1; Set-NetNat docs
confidence: medium

profile: microsoft-winnat
device: WinNAT

setting: TcpTransientConnectionTimeout
default: 120
seconds: 120
timer: transient
at-expiry: not documented
change: Set-NetNat -TcpTransientConnectionTimeout
source: Get-NetNat dump pastebin J8R97TS1; Set-NetNat docs
confidence: medium

profile: microsoft-ics
device: Windows ICS

setting: TCP timeout
default: unverified
timer: established
source: not found
confidence: low
