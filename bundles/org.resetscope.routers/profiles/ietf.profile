vendor: IETF

profile: rfc5382-established
device: RFC 5382 REQ-5 (BCP 142)

# What a NAT must not fall below; no device of its own.
setting: established idle
default: >= 7440 (2 h 4 min)
seconds: 7440
at-expiry: MUST NOT be less; NAT MAY send RST/keepalive on expiry
change: reference value
source: rfc-editor.org/rfc/rfc5382
confidence: high

profile: rfc5382-transitory
device: RFC 5382 REQ-5

setting: transitory idle
default: >= 240 (4 min)
seconds: 240
change: reference value
source: rfc5382
confidence: high

profile: rfc7857
device: RFC 7857 (updates 5382)

setting: RST handling / partially open vs transitory closing
default: 240
seconds: 240
at-expiry: NAT should validate RST before removing state; keep mapping 4 min after RST
change: reference value
source: iana.org/go/rfc7857
confidence: medium
