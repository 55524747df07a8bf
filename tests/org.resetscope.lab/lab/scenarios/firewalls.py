"""A router that rejects: by policy, for content, or because its state says so."""
import time

from ..packet import ACK, PSH, forge, segment
from ..registry import scenario
from .endpoints import quiet, refused_connect

REJECT = ("-j", "REJECT", "--reject-with", "tcp-reset")
DROP = ("-j", "DROP")


@scenario("fw-reject", ci=True, variants={
    "v6": {"ipv6": True}, "offload": {"offload": True}, "nat": {"nat": True, "ipv6": False}, "format": {"disturbed": "format"}})
def fw_reject(lab):
    for _ in range(lab.draw.randint(1, 3)):
        port = lab.draw.port()
        lab.expect(port, "intermediary", "fw-reject", "REJECT tcp-reset of a SYN by the router; the server never saw it.", repeat=True)
        if lab.draw.chance(0.5):
            lab.listen(port)
        lab.reject("-p", "tcp", "--dport", str(port))
        refused_connect(lab, port)
    port = lab.draw.port()
    lab.expect(port, "server", "closed-port", "SYN to a port without a listener.", repeat=True)
    refused_connect(lab, port)
    lab.background(quiet(lab))


@scenario("fw-reject-midstream", ci=True, variants={
    "v6": {"ipv6": True}, "clock": {"disturbed": "clock"}, "missing": {"disturbed": "missing"}, "snap": {"disturbed": "snap"},
    "loss": {"disturbed": "loss"}})
def fw_reject_midstream(lab):
    for _ in range(lab.draw.randint(1, 2)):
        port = lab.draw.port()
        c, s, _ = lab.pair(port)
        lab.expect(port, "intermediary", "fw-reject", "A REJECT tcp-reset rule was put in while the connection was open.", repeat=True)
        speaker, match = lab.draw.choice(((c, "--dport"), (s, "--sport")))
        lab.reject("-p", "tcp", match, str(port), insert=True)
        speaker.sendall(lab.draw.data())
        lab.wait(0.15)


@scenario("fw-invalid-over-window", ci=True, variants={"v6": {"ipv6": True}})
def over_window(lab):
    """Something at the client's sends a segment far beyond the window; the firewall rejects what is INVALID."""
    port = lab.draw.port()
    lab.iptables("-A", "FORWARD", "-p", "tcp", "-m", "conntrack", "--ctstate", "INVALID", *REJECT)
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "fw-invalid", "A segment over the window was INVALID to the router, which rejects that.", repeat=True)
    seq, ack = lab.sequence(c), lab.sequence(s)
    lab.raw(forge(lab.net.client, lab.net.server, c.getsockname()[1], port, seq + 2**30 + lab.draw.randrange(2**20), ack, PSH | ACK, window=500,
                  ttl=lab.net.ttl["client"], ipid=lab.draw.randrange(65536), payload=lab.draw.data(10, 500)))
    lab.wait(0.1)


@scenario("fw-invalid-asymmetric-ack", bypass=True, variants={"v6": {"ipv6": True}})
def asymmetric_ack(lab):
    """Data of the client goes around the router, so the server's acknowledgement is for what conntrack never saw."""
    port = lab.draw.port()
    lab.stateful(port)
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "fw-invalid", "An ACK for data that had bypassed the router was INVALID to it and fell to REJECT.", repeat=True)
    lab.net.reroute("server")
    c.sendall(lab.draw.data(3000, 9000))
    lab.wait(0.2)


@scenario("fw-invalid-asymmetric-syn", bypass=True, variants={"v6": {"ipv6": True}})
def asymmetric_syn(lab):
    """The answer of the server goes around the router: the handshake's last ACK is INVALID there."""
    port = lab.draw.port()
    lab.stateful(port)
    lab.listen(port)
    lab.net.reroute("client")
    lab.expect(port, "intermediary", "fw-invalid", "The router saw the SYN but no SYN-ACK; the ACK was INVALID to it and fell to REJECT.", repeat=True)
    try:
        lab.connect(port).sendall(lab.draw.data())
    except OSError as problem:
        lab.observations["connect"] = str(problem)
    lab.wait(0.3)


@scenario("fw-invalid-asymmetric-mid", bypass=True)
def asymmetric_mid(lab):
    """The way back moves off the router while the client uploads: data runs past the last window that conntrack has seen."""
    port = lab.draw.port()
    lab.stateful(port)
    c, s, _ = lab.pair(port)
    lab.net.reroute("client")
    lab.expect(port, "intermediary", "fw-invalid", "The way back had moved off the router; data beyond the last window it saw was INVALID.", repeat=True)
    sent = 0
    c.settimeout(3)
    s.settimeout(0.5)
    try:
        while sent < 3_000_000:
            sent += c.send(lab.draw.randbytes(20_000))
            s.recv(200_000)
    except OSError as problem:
        lab.observations["upload"] = f"{problem} after {sent}"
    lab.wait(0.3)


@scenario("fw-expired", ci=True, variants={
    "v6": {"ipv6": True}, "clock": {"disturbed": "clock"}, "all": {"disturbed": "all"}})
def fw_expired(lab):
    port = lab.draw.port()
    lab.stateful(port)
    idle = lab.expiry()
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "fw-state-expired", "The state of the idle connection had expired; its next segment was NEW without SYN.", repeat=True)
    lab.wait(idle)
    lab.draw.choice((c, s)).sendall(lab.draw.data())
    lab.wait(0.2)


@scenario("fw-expired-fin")
def fw_expired_fin(lab):
    port = lab.draw.port()
    lab.stateful(port, invalid=DROP if lab.draw.chance(0.3) else None)
    idle = lab.expiry()
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "fw-state-expired", "The state of the idle connection had expired; what came then fell to REJECT.", repeat=True)
    lab.wait(idle)
    c.close()
    lab.wait(0.1)
    s.sendall(lab.draw.data())
    lab.wait(0.3)


@scenario("fw-late-segment")
def fw_late_segment(lab):
    """A copy of a data segment strays and comes after the end of the connection and of the router's state."""
    port = lab.draw.port()
    lab.stateful(port)
    kept = []

    def stray(frame, toward):
        s = segment(frame)
        if not kept and toward == "server" and s and s.dport == port and s.length:
            kept.append(frame)
    lab.net.wires["lan"].rule = stray
    lab.sysctl("r", net__netfilter__nf_conntrack_tcp_timeout_time_wait=1, net__netfilter__nf_conntrack_tcp_timeout_last_ack=1,
               net__netfilter__nf_conntrack_tcp_timeout_close_wait=1, net__netfilter__nf_conntrack_tcp_timeout_fin_wait=1)
    c, s, _ = lab.pair(port)
    c.close()
    lab.wait()
    s.close()
    lab.wait(lab.draw.uniform(2.5, 4))
    lab.expect(port, "intermediary", "fw-late-segment", "A stray copy of a segment came after the router had forgotten the closed connection.",
               effective=False, repeat=True)
    lab.net.wires["lan"].send(kept[0], "server")
    lab.wait(0.1)


@scenario("fw-flush", variants={"v6": {"ipv6": True}})
def fw_flush(lab):
    port = lab.draw.port()
    lab.stateful(port)
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "conntrack-flush", "conntrack -F: the next segment was NEW without SYN and fell to REJECT.", repeat=True)
    lab.pause(0, 0.5)
    lab.run("r", "conntrack", "-F")
    lab.draw.choice((c, s)).sendall(lab.draw.data())
    lab.wait(0.2)


def word(lab):
    return "".join(lab.draw.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(lab.draw.randint(6, 14)))


@scenario("ips", ci=True, variants={"v6": {"ipv6": True}, "shift": {"disturbed": "clock"}})
def ips(lab):
    """The router rejects a segment with a word in it, of the request or of the answer."""
    port, bad = lab.draw.port(), word(lab)
    lab.iptables("-A", "FORWARD", "-p", "tcp", "-m", "string", "--algo", lab.draw.choice(("bm", "kmp")), "--string", bad, *REJECT)
    for port in (port, lab.draw.port()):
        c, s, _ = lab.pair(port)
        lab.expect(port, "intermediary", "ips-reset", "The router matched a word in the payload and rejected the segment.", repeat=True)
        lab.draw.choice((c, s)).sendall(b"GET /" + bad.encode() + b" HTTP/1.1\r\nHost: example\r\n\r\n" + lab.draw.data(1, 300))
        lab.wait(0.15)


@scenario("ips-marked")
def ips_marked(lab):
    """The router marks the connection when it matches, and rejects every later segment of it."""
    port, bad = lab.draw.port(), word(lab)
    lab.iptables("-A", "FORWARD", "-p", "tcp", "-m", "connmark", "--mark", "7", *REJECT)
    lab.iptables("-A", "FORWARD", "-p", "tcp", "-m", "string", "--algo", "bm", "--string", bad, "-j", "CONNMARK", "--set-mark", "7")
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "ips-reset", "The router matched a word and rejected every later segment of the connection.", repeat=True)
    c.sendall(bad.encode())
    lab.wait()
    s.setblocking(False)
    try:
        s.send(lab.draw.data())
    except OSError:
        pass
    time.sleep(0.05)
    try:
        c.send(lab.draw.data())
    except OSError:
        pass
    lab.wait(0.2)
