"""Forged resets: in the path, beside it, and blind."""
import threading
import time

from ..packet import ACK, RST, SYN, forge, segment
from ..registry import scenario
from ..wire import spoof
from .firewalls import word

ON_PATH, BESIDE = "in-line injector on the {} link", "off-path injector on a router side leg"
BURST = 0, 1460, 4380
"""Steps of the numbers of a series that hopes to hit what is under way."""


class Model:
    """What the forger knows of both ends from what passed: how each one's last packet looked."""

    def __init__(self):
        self.last = {}

    def see(self, s):
        self.last[s.source, s.sport] = s

    def reset(self, lab, device, victim, claimed, seq, ack, flags, style):
        """A reset to `victim` in the name of `claimed`, both (address, port). style: naive, or what it mirrors: ttl, ipid, window."""
        seen = self.last.get(claimed)
        ttl = seen.ttl if seen and "ttl" in style else style.get("fixed-ttl", 64)
        ipid = (seen.ipid or 0) + 1 if seen and "ipid" in style else style.get("fixed-ipid", 0)
        window = seen.window if seen and "window" in style else style.get("fixed-window", 0)
        return lab.forging(device, forge(claimed[0], victim[0], claimed[1], victim[1], seq, ack if flags & ACK else 0, flags,
                                         window=window, ttl=ttl, ipid=ipid, df=style.get("df", True)))


def drawn_style(lab, matched):
    if matched:
        return {"ttl": 1, "ipid": 1, "window": 1} if lab.draw.chance(0.6) else {"ttl": 1, "fixed-window": lab.draw.choice((0, 512))}
    return {"fixed-ttl": lab.draw.choice((64, 128, 255, lab.draw.randint(40, 250))), "fixed-ipid": lab.draw.choice((0, lab.draw.randrange(65536))),
            "fixed-window": lab.draw.choice((0, 0, lab.draw.randrange(65536))), "df": lab.draw.chance(0.5)}


def in_line(lab, port, bad, style, targets, swallow):
    """Sets a forger on one of the wires: a segment with the word makes it reset the targets."""
    where = lab.draw.choice(("lan", "wan"))
    wire, model, device, done = lab.net.wires[where], Model(), ON_PATH.format(where.upper()), []
    flags = lab.draw.choice((RST, RST | ACK))
    lead = lab.draw.uniform(0.0001, 0.001)

    def rule(frame, toward):
        s = segment(frame)
        if not s or port not in (s.sport, s.dport):
            return None
        model.see(s)
        if done or bad not in s.payload:
            return None
        done.append(s)
        sender, receiver = (s.source, s.sport), (s.destination, s.dport)
        back = "client" if toward == "server" else "server"
        out = [] if swallow else [(wire.delay, toward, frame)]
        # The receiver gets its reset behind the segment, or in its place; the sender gets one that acknowledges it.
        at = s.seq if swallow else s.seq + s.length
        if toward in targets:
            out.append((wire.delay + lead, toward, spoof(frame, model.reset(lab, device, receiver, sender, at, s.ack, flags, style), False)))
        if back in targets:
            out.append((lead, back, spoof(frame, model.reset(lab, device, sender, receiver, s.ack, s.seq + s.length, flags, style), True)))
        return out
    wire.rule = rule


@scenario("inject-on-path", ci=True, variants={
    "v6": {"ipv6": True}, "matched": {"matched": True}, "matched-v6": {"matched": True, "ipv6": True}, "swallow": {"swallow": True},
    "swallow-matched": {"swallow": True, "matched": True}, "one-side": {"both": False}, "one-side-matched": {"both": False, "matched": True},
    "matched-clock": {"matched": True, "disturbed": "clock"}, "all": {"disturbed": "all"}, "nat": {"nat": True, "ipv6": False}})
def on_path(lab, matched=False, swallow=False, both=True):
    """A device in the path resets both ends, or one, when it reads a word in a request or in an answer."""
    port, bad = lab.draw.port(), word(lab).encode()
    targets = {"client", "server"} if both else {lab.draw.choice(("client", "server"))}
    style = drawn_style(lab, matched)
    in_line(lab, port, bad, style, targets, swallow)
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "injected-onpath", f"A device in the path forged resets toward {' and '.join(sorted(targets))}.", repeat=True)
    first, second = (c, s) if lab.draw.chance(0.7) else (s, c)
    lab.pause(0, 0.2)
    first.sendall(b"GET /" + bad + lab.draw.data(10, 400))
    if lab.draw.chance(0.6):
        answer(lab, second)
    lab.wait(0.3)


def answer(lab, s):
    """Answers at once what comes, unless a reset does."""
    try:
        s.settimeout(1)
        if s.recv(65536):
            s.sendall(lab.draw.data(100, 6000))
    except OSError:
        pass


@scenario("inject-syn", variants={"v6": {"ipv6": True}})
def on_syn(lab):
    """The SYN itself is answered with a forged reset; the server's answer comes after it."""
    port, device = lab.draw.port(), ON_PATH.format("WAN")
    wire, style, model = lab.net.wires["wan"], drawn_style(lab, False), Model()
    lab.listen(port)

    def rule(frame, toward):
        s = segment(frame)
        if not s or s.dport != port or s.flags != SYN and s.flags & 63 != SYN:
            return None
        reset = model.reset(lab, device, (s.source, s.sport), (s.destination, s.dport), 0, s.seq + 1, RST | ACK, style)
        return [(wire.delay, toward, frame), (0.0002, "client", spoof(frame, reset, True))]
    wire.rule = rule
    lab.expect(port, "intermediary", "injected-onpath", "A device in the path answered the SYN with a forged reset.")
    lab.expect(port, "client", "synack-no-socket", "The server's SYN-ACK came after the forged reset had closed the client's socket.", effective=None, repeat=True)
    try:
        lab.connect(port)
    except OSError as problem:
        lab.observations["connect"] = str(problem)
    lab.wait(0.2)


@scenario("inject-off-path", ci=True, beside=True, variants={
    "v6": {"ipv6": True}, "burst": {"steps": BURST}, "matched": {"matched": True}, "burst-clock": {"steps": BURST, "disturbed": "clock"},
    "matched-missing": {"matched": True, "disturbed": "missing"}})
def off_path(lab, matched=False, steps=(0,)):
    """A device beside the path sees a copy of the traffic and races the answer."""
    port, bad = lab.draw.port(), word(lab).encode()
    style, model, done = drawn_style(lab, matched), Model(), threading.Event()
    flags = lab.draw.choice((RST, RST | ACK)) if len(steps) == 1 else RST | ACK
    both = lab.draw.chance(0.5)
    pause = lab.draw.uniform(0, 0.002)

    def look(frame):
        s = segment(frame)
        if not s or port not in (s.sport, s.dport):
            return
        model.see(s._replace(ttl=s.ttl - 1))  # as it will leave the router
        if done.is_set() or bad not in s.payload:
            return
        done.set()
        time.sleep(pause)
        sender, receiver = (s.source, s.sport), (s.destination, s.dport)
        for step in steps:
            lab.beside(model.reset(lab, BESIDE, sender, receiver, s.ack + step, s.seq + s.length, flags, style))
        if both:
            for step in steps:
                lab.beside(model.reset(lab, BESIDE, receiver, sender, s.seq + s.length + step, s.ack, flags, style))
    with lab.mirror("r", "lan0", look), lab.mirror("r", "wan0", look):
        c, s, _ = lab.pair(port)
        lab.expect(port, "intermediary", "injected-offpath", "A device beside the path forged resets from a copy of the traffic.", repeat=True)
        c.sendall(b"GET /" + bad + b" HTTP/1.1\r\n\r\n")
        answer(lab, s)
        lab.wait(0.3)


@scenario("inject-blind", beside=True, variants={"v6": {"ipv6": True}})
def blind(lab):
    """Someone who sees nothing guesses: in the window, but not at the exact number, or outside it; the connection lives."""
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "blind-rst-ineffective", "A blind reset that is not at the exact number; RFC 5961 has it ignored.", effective=False, repeat=True)
    c_next, s_next = lab.sequence(c), lab.sequence(s)
    (victim, seq), claimed = lab.draw.choice((((c.getsockname(), s_next), s.getsockname()), ((s.getsockname(), c_next), c.getsockname())))
    ttl = lab.draw.choice((64, 128, 255))
    for _ in range(lab.draw.randint(1, 3)):
        step = lab.draw.randint(50, 20_000) if lab.draw.chance(0.6) else lab.draw.randrange(2**20, 2**31)
        lab.beside(lab.forging(BESIDE, forge(claimed[0], victim[0], claimed[1], victim[1], seq + step, 0, RST, ttl=ttl,
                                          ipid=lab.draw.randrange(65536), window=lab.draw.choice((0, 512, 65535)))))
        lab.pause(0.01, 0.2)
    lab.wait(0.1)
    lab.talk(c, s)
