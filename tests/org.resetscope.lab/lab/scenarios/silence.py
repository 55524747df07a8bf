"""A peer that does not answer: keepalive, user time-out, retransmissions."""
import socket
import time

from ..registry import scenario

TCP_USER_TIMEOUT = 18


def keepalive(lab, s):
    """Sets it; returns the seconds until it gives up."""
    idle, interval, count = lab.draw.randint(1, 3), lab.draw.randint(1, 2), lab.draw.randint(2, 3)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, idle)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, interval)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, count)
    return idle + interval * count


@scenario("keepalive", variants={"v6": {"ipv6": True}, "shift": {"disturbed": "clock"}})
def keepalive_gives_up(lab):
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    origin, end = lab.draw.choice((("client", c), ("server", s)))
    lab.expect(port, origin, "keepalive-timeout", "Keepalive probes were not answered; the kernel gave up.", effective=False)
    total = keepalive(lab, end)
    lab.net.wires["wan" if origin == "client" else "lan"].cut = True
    lab.wait(total + 2.5)


@scenario("user-timeout", variants={"v6": {"ipv6": True}})
def user_timeout(lab):
    """With keepalive the kernel resets when it gives up; with data in flight it does so in silence, and resets what comes later."""
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    lab.expect(port, "client", "user-timeout", "TCP_USER_TIMEOUT with keepalive probes unanswered.", effective=False)
    other = lab.draw.port()
    d, t, _ = lab.pair(other)
    lab.expect(other, "client", "half-open", "The client had given up silently after TCP_USER_TIMEOUT; data of the server that was back drew a reset.",
               repeat=True)
    seconds = lab.draw.uniform(1.5, 3)
    for one in (c, d):
        one.setsockopt(socket.IPPROTO_TCP, TCP_USER_TIMEOUT, int(seconds * 1000))
    keepalive(lab, c)
    lab.net.wires["wan"].cut = True
    d.sendall(lab.draw.data())
    deadline = time.monotonic() + 20
    while d.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1) != b"\x07" and time.monotonic() < deadline:
        time.sleep(0.1)
    while c.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1) != b"\x07" and time.monotonic() < deadline:
        time.sleep(0.1)
    lab.net.wires["wan"].cut = False
    t.sendall(lab.draw.data())
    lab.wait(0.1)


@scenario("retransmissions")
def retransmissions(lab):
    """Exhausted retransmissions end a connection in silence: nothing to find."""
    lab.sysctl("client", net__ipv4__tcp_retries2=lab.draw.randint(2, 3))
    c, s, _ = lab.pair(port := lab.draw.port())
    lab.quiet(port)
    lab.net.wires["wan"].cut = True
    c.sendall(lab.draw.data())
    lab.wait(4)
