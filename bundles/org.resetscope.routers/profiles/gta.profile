vendor: GTA

profile: gta-gnat-box
device: GNAT Box

# Keepalives come before it ends: silence does not show this timer.
setting: TCP
default: 600
seconds: 600
at-expiry: sends keep-alives by default before closing
change: Timeouts page
source: ravelledsleeve.org GTA docs
confidence: medium
