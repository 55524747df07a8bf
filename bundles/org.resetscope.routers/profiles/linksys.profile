vendor: Linksys

profile: linksys-wrt54g
device: WRT54G/GL stock
step: Tell its firmware by its web pages: they name Linksys (stock, this page), DD-WRT, Tomato or OpenWrt, which have profiles of their own: dd-wrt, tomato and freshtomato, openwrt-conntrack.
step: Nobody has verified a time-out of the stock firmware: measure it. Leave a connection silent while you capture, then send: the explanation of the reset tells the silence. A shorter silence that survives and a longer one that does not bound it.
step: With the stock firmware it cannot be changed: set keepalives on client or server. "resetscope advise --for linux,windows,macos CAPTURE", or the view Advice, has them.
step: With DD-WRT: Administration > Management > IP Filter Settings: raise TCP Timeout; where new connections fail while the table is full, Maximum Ports. Apply.
step: With Tomato: Advanced > Conntrack/Netfilter: raise the established time-out. Save.
step: With OpenWrt: "resetscope advise --for openwrt CAPTURE", or the view Advice, has the lines for its shell.
step: Capture the same traffic again with the same silence: the reset must be gone.

setting: tcp established
default: unverified (kernel 2.4: 432000; some builds 3600)
timer: established
then: forgets
at-expiry: silent; no UI setting
change: none in stock UI (use DD-WRT/Tomato/OpenWrt); /proc/sys/net/ipv4/ip_conntrack_tcp_timeouts over shell in third-party
source: not found; do not assert
confidence: low

setting: conntrack table
default: unverified 512-2048
at-expiry: table full => SYN timeouts
change: none in stock UI
source: not found
confidence: low

profile: linksys-wrt54g-sveasoft
device: WRT54G + Sveasoft

setting: ip_conntrack_max / tcp timeouts
default: 4096 / 3600 (lines commented out in source)
at-expiry: silent
change: echo 4096 > /proc/sys/net/ipv4/ip_conntrack_max
source: WRT54G firmware source rc.c (exact string hit)
confidence: medium

profile: linksys-befsr41
device: BEFSR41

setting: NAT idle timeout
default: 7200
seconds: 7200
timer: established
then: forgets
at-expiry: table entry reaped
change: no setting; use keepalive < 7200 s
source: dslreports.com/faq/7792
confidence: medium
