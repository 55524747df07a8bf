vendor: SpaceX

profile: spacex-starlink
device: Starlink CGNAT

setting: TCP idle
default: unverified
timer: established
change: keepalive <= 240 s
confidence: low
