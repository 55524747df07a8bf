"""Resets that the client or the server makes at once: refused, aborted, data that nobody reads, ports used again."""
import os
import signal
import socket
import struct
import time

from ..lab import SEND_QUEUE, TCP_QUEUE_SEQ, TCP_REPAIR, TCP_REPAIR_QUEUE, REPAIR_OFF_NO_PROBE
from ..labels import ONCE_EACH
from ..packet import SYN, forge
from ..registry import scenario


def either(lab, c, s):
    """(origin, its socket, the peer's) of a drawn side."""
    return lab.draw.choice((("client", c, s), ("server", s, c)))


def refused_connect(lab, port, address=None):
    try:
        lab.connect(port, address)
    except OSError as problem:
        lab.observations[f"connect {port}"] = str(problem)
    else:
        raise AssertionError("the connection was accepted")


@scenario("refused", ci=True, nat="maybe", variants={"v6": {"ipv6": True}, "offload": {"offload": True}, "snap": {"disturbed": "snap"}})
def refused(lab):
    for _ in range(lab.draw.randint(1, 3)):
        port = lab.draw.port()
        lab.expect(port, "server", "closed-port", "SYN to a port without a listener.", repeat=True)
        refused_connect(lab, port)
        if lab.draw.chance(0.5):
            lab.pause(0.1, 0.5)
            refused_connect(lab, port)
    lab.background(quiet(lab))


def quiet(lab):
    port = lab.draw.port()
    lab.quiet(port)
    return port


@scenario("host-firewall", variants={"v6": {"ipv6": True}})
def host_firewall(lab):
    port = lab.draw.port()
    lab.expect(port, "server", "host-firewall-reject", "REJECT tcp-reset in INPUT of the server's own host.", repeat=True)
    lab.listen(port)
    lab.reject("-p", "tcp", "--dport", str(port), node="server", chain="INPUT")
    refused_connect(lab, port)
    if lab.draw.chance(0.7):
        return
    port = lab.draw.port()
    lab.expect(port, "server", "host-firewall-reject", "REJECT tcp-reset in INPUT of the server's own host, put in while the connection was open.",
               repeat=True)
    c, _, _ = lab.pair(port)
    lab.reject("-p", "tcp", "--dport", str(port), node="server", chain="INPUT", insert=True)
    c.sendall(lab.draw.data())
    lab.wait(0.1)


@scenario("backlog-overflow", rtt=30, variants={"v6": {"ipv6": True}})
def backlog_overflow(lab):
    port = lab.draw.port()
    lab.sysctl("server", net__ipv4__tcp_abort_on_overflow=1)
    lab.expect(port, "server", "backlog-overflow", "Accept queue full, tcp_abort_on_overflow=1: the last ACK of the handshake drew a reset.", repeat=True)
    backlog = lab.draw.randint(1, 4)
    lab.listen(port, backlog=backlog)
    for _ in range(backlog):
        lab.connect(port)
    lab.wait()
    for _ in range(backlog + 1):  # one place is left, and all SYNs come before it is taken: a SYN to a full queue is dropped, not reset
        s = lab.socket("client")
        s.setblocking(False)
        s.connect_ex((lab.net.server, port))
    lab.wait(0.2)


@scenario("abort", ci=True, nat="maybe", variants={
    "v6": {"ipv6": True}, "offload": {"offload": True}, "clock": {"disturbed": "clock"}, "missing": {"disturbed": "missing"}, "loss": {"disturbed": "loss"}})
def abort(lab):
    for _ in range(lab.draw.randint(1, 3)):
        port = lab.draw.port()
        c, s, _ = lab.pair(port)
        lab.pause(0, 0.4)
        origin, end, _ = either(lab, c, s)
        lab.expect(port, origin, "abortive-close", "close() with SO_LINGER 0.")
        lab.abort(end)
        lab.wait(0.05)
    lab.background(quiet(lab))


@scenario("abort-in-flight", nat="maybe")
def abort_in_flight(lab):
    """The reader gives up while much is under way. tcp_close() looks for unread data first, so that SO_LINGER would make no difference."""
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    origin, end, peer = either(lab, c, s)
    lab.expect(port, origin, "unread-data-close", "The reader closed in the middle of a transfer.")
    peer.setblocking(False)
    peer.send(lab.draw.randbytes(lab.draw.randint(60_000, 300_000)))
    time.sleep(lab.rtt * lab.draw.uniform(1, 2))
    end.recv(lab.draw.randint(1, 20_000))
    end.recv(1, socket.MSG_PEEK)  # waits until there is more
    end.close()
    lab.wait(0.2)


@scenario("process-kill", ci=True, nat="maybe", variants={"v6": {"ipv6": True}})
def process_kill(lab):
    """SIGKILL takes a process that has not read what it received."""
    port = lab.draw.port()
    c, s, listening = lab.pair(port)
    origin, end, peer = either(lab, c, s)
    pid = os.fork()
    if pid == 0:
        signal.pause()
        os._exit(0)
    lab.expect(port, origin, "process-kill", "The process was killed with data unread.")
    lab.leave_unread(peer, end)
    end.close()  # the child alone owns it now; it inherited every other socket too, which stays open here
    lab.wait(lab.draw.uniform(0, 0.3))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    lab.wait(0.1)


@scenario("unread-data", ci=True, nat="maybe", variants={
    "v6": {"ipv6": True}, "offload": {"offload": True}, "format": {"disturbed": "format"}})
def unread_data(lab):
    for _ in range(lab.draw.randint(1, 2)):
        port = lab.draw.port()
        c, s, _ = lab.pair(port)
        origin, end, peer = either(lab, c, s)
        lab.expect(port, origin, "unread-data-close", "close() while received data was unread.")
        sent = lab.leave_unread(peer, end)
        lab.wait(lab.draw.uniform(0, 0.2))
        if lab.draw.chance(0.5):
            end.recv(sent // 2)
        end.close()
        lab.wait(0.05)


@scenario("late-data", ci=True, nat="maybe", variants={
    "v6": {"ipv6": True}, "all": {"disturbed": "all"}, "clock": {"disturbed": "clock", "nat": True, "ipv6": False}})
def late_data(lab):
    for _ in range(lab.draw.randint(1, 2)):
        port = lab.draw.port()
        c, s, _ = lab.pair(port)
        origin, end, peer = either(lab, c, s)
        lab.expect(port, origin, "closed-socket-data", "The peer sent data after this side had closed.", repeat=True)
        end.close()
        lab.wait(lab.draw.uniform(0, 0.4))
        for _ in range(lab.draw.randint(1, 2)):
            peer.sendall(lab.draw.data(1, 1000))
            if lab.draw.chance(0.5):
                break
        lab.wait(0.1)


@scenario("finwait2", variants={"v6": {"ipv6": True}})
def finwait2(lab):
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    seconds = lab.draw.randint(1, 3)
    origin, end, peer = either(lab, c, s)
    lab.expect(port, origin, "finwait2-timeout", f"The orphan was removed from FIN_WAIT2 after {seconds} s; later data met no socket.", repeat=True)
    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_LINGER2, seconds)
    end.close()
    lab.wait(seconds + lab.draw.uniform(1.2, 2.2))
    peer.sendall(lab.draw.data(1, 1000))
    lab.wait(0.1)


@scenario("linger2")
def linger2(lab):
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    origin, end, peer = either(lab, c, s)
    lab.expect(port, origin, "linger2-abort", "TCP_LINGER2 below 0: no FIN_WAIT2, the kernel resets when the FIN is acknowledged.", repeat=True)
    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_LINGER2, -1)
    end.close()
    lab.wait(0.3)


@scenario("destroy", nat="maybe", variants={"v6": {"ipv6": True}})
def destroy(lab):
    """An administrator destroys a socket with ss -K."""
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    origin, end, _ = either(lab, c, s)
    lab.expect(port, origin, "admin-socket-destroy", "ss -K destroyed the socket.")
    lab.pause(0, 0.5)
    lab.run(origin, "ss", "-K", "-t", "state", "established", f"( dport = :{port} or sport = :{port} )")
    lab.wait(0.1)


@scenario("half-open", ci=True, nat="maybe", variants={"v6": {"ipv6": True}, "missing": {"disturbed": "missing"}})
def half_open(lab):
    """A host lost its state; the peer speaks on."""
    for _ in range(lab.draw.randint(1, 2)):
        port = lab.draw.port()
        c, s, listening = lab.pair(port)
        origin, end, peer = either(lab, c, s)
        lab.expect(port, origin, "half-open", "The host had lost the connection without a word; a segment of it drew a reset.", repeat=True)
        if origin == "server" and lab.draw.chance(0.5):
            listening.close()
        lab.forget(end)
        lab.wait(lab.draw.uniform(0.1, 2))
        if lab.draw.chance(0.7):
            peer.sendall(lab.draw.data())
        else:
            peer.close()
        lab.wait(0.1)


@scenario("aborted-connect", rtt=60, variants={"v6": {"ipv6": True}})
def aborted_connect(lab):
    """The client gives up before the SYN-ACK is back."""
    port = lab.draw.port()
    lab.expect(port, "client", "synack-no-socket", "The client had closed its socket when the SYN-ACK came.", effective=None, repeat=True)
    lab.listen(port)
    for _ in range(lab.draw.randint(1, 3)):
        s = lab.socket("client")
        s.setblocking(False)
        s.connect_ex((lab.net.server, port))
        time.sleep(lab.draw.uniform(0.001, 0.02))
        s.close()
        lab.wait(0.05)


@scenario("scan", variants={"v6": {"ipv6": True}})
def scan(lab):
    """SYNs from a raw socket: the scanner's own kernel resets what answers."""
    ttl = lab.draw.choice((lab.net.ttl["client"], lab.draw.randint(37, 60), 255))
    source, seq = lab.draw.randint(32768, 60999), lab.draw.randrange(2**32)
    for _ in range(lab.draw.randint(4, 9)):
        port = lab.draw.port()
        if lab.draw.chance(0.5):
            lab.listen(port)
            lab.expect(port, "client", "synack-no-socket", "Half-open scan by a raw socket; the scanner's kernel reset the SYN-ACK.", repeat=True)
        else:
            lab.expect(port, "server", "closed-port", "The scanned port has no listener.", repeat=True)
        lab.raw(forge(lab.net.client, lab.net.server, source, port, seq, 0, SYN, window=1024, ttl=ttl, ipid=lab.draw.randrange(65536),
                      df=False, options=b"\x02\x04\x05\xb4"))
        lab.pause(0, 0.05)
    lab.wait(0.2)


def probe(lab, port):
    """Connects and at once aborts, as load balancers test a server; the last ACK of the handshake is never sent."""
    s = lab.socket("client")
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 0)
    s.connect((lab.net.server, port))
    lab.abort(s)


@scenario("health-check", nat="maybe", variants={"v6": {"ipv6": True}})
def health_check(lab):
    port, period = lab.draw.port(), lab.draw.uniform(0.4, 1.5)
    lab.expect(port, "client", "health-check", "A probe that ends itself with a reset as soon as the server has answered.", repeat=ONCE_EACH)
    lab.listen(port)
    for _ in range(lab.draw.randint(3, 6)):
        probe(lab, port)
        time.sleep(period)


def connect_with_sequence(lab, port, source_port, seq):
    """A new connection from a chosen port whose SYN has a chosen sequence number."""
    s = lab.socket("client")
    s.bind(("", source_port))
    s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
    s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR_QUEUE, SEND_QUEUE)
    s.setsockopt(socket.IPPROTO_TCP, TCP_QUEUE_SEQ, struct.pack("I", seq % 2**32))
    s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, REPAIR_OFF_NO_PROBE)
    s.settimeout(8)
    s.connect((lab.net.server, port))
    return s


@scenario("time-wait-reuse", variants={"v6": {"ipv6": True}})
def time_wait_reuse(lab):
    for node in ("client", "server"):
        lab.sysctl(node, net__ipv4__tcp_timestamps=0)
        lab.timestamps[node] = False
    port = lab.draw.port()
    c, s, listening = lab.pair(port)
    source = c.getsockname()[1]
    seq = lab.sequence(c)
    s.close()
    c.recv(1)  # the server's FIN is here, so TIME_WAIT will be the server's
    c.close()
    lab.wait(lab.draw.uniform(0.3, 1))
    lab.expect(port, "client", "time-wait-reuse", "A SYN from the same port with an older number met TIME_WAIT; the client reset its ACK.")
    new = connect_with_sequence(lab, port, source, seq - lab.draw.randint(70_000, 2**30))
    lab.talk(new, lab.keep(listening.accept()[0]))


@scenario("half-open-syn", variants={"v6": {"ipv6": True}})
def half_open_syn(lab):
    """The client lost its state and comes again from the same port."""
    port = lab.draw.port()
    c, s, listening = lab.pair(port)
    source = c.getsockname()[1]
    lab.forget(c)
    lab.wait(lab.draw.uniform(0.1, 1))
    lab.expect(port, "client", "half-open-syn-challenge", "The SYN met the old connection, whose challenge ACK the client reset.")
    new = lab.connect(port, source_port=source)
    lab.talk(new, lab.keep(listening.accept()[0]))
