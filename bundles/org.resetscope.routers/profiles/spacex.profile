vendor: SpaceX

profile: spacex-starlink
device: Starlink CGNAT

setting: TCP idle
default: unverified
timer: established
change: keepalive <= 240 s
source: not found
confidence: low

setting: concurrent sessions (CGNAT)
default: 1200
at-expiry: a new session drops the oldest one
change: fewer connections at a time; IPv6
source: Starlink support page on CGNAT, quoted by PCMag "Starlink Discloses Common ISP Limitation"
confidence: medium
