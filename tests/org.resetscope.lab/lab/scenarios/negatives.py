"""No reset at all, or none that is a fault: what must not be accused."""
import time

from ..packet import segment
from ..registry import scenario
from .endpoints import quiet


@scenario("normal", ci=True, nat="maybe", variants={"v6": {"ipv6": True}, "all": {"disturbed": "all"}})
def normal(lab):
    for _ in range(lab.draw.randint(3, 6)):
        lab.background(quiet(lab))


@scenario("reordering", ci=True, variants={"v6": {"ipv6": True}, "firewall": {"firewall": True}, "abort": {"abort": True}})
def reordering(lab, firewall=False, abort=False):
    """Segments lost, doubled and late; with a stateful firewall, or with an abort at the end, which is the endpoint's all the same."""
    port = lab.draw.port()
    lab.quiet(port)
    if firewall:
        lab.stateful(port, invalid=("-j", "DROP"))

    def disorder(frame, toward):
        s = segment(frame)
        if not s or not s.length or s.dport != port and s.sport != port:
            return None
        delay, what = wire.delay, lab.draw.random()
        if what < 0.06:
            return []
        if what < 0.14:
            return [(delay, toward, frame), (delay + lab.draw.uniform(0, 0.02), toward, frame)]
        if what < 0.3:
            return [(delay + lab.draw.uniform(0, 0.015), toward, frame)]
        return None
    wire = lab.net.wires[lab.draw.choice(("lan", "wan"))]
    wire.rule = disorder
    c, s, _ = lab.pair(port)
    for sender, receiver in lab.draw.sample(((c, s), (s, c)), 2):
        sender.settimeout(30)
        receiver.settimeout(30)
        for _ in range(lab.draw.randint(5, 12)):
            lab.say(sender, receiver, lab.draw.randbytes(lab.draw.randint(1000, 16_000)))
    wire.rule = None
    lab.wait(0.3)
    first, second = lab.draw.sample((("client", c), ("server", s)), 2)
    if abort:
        lab.expect(port, first[0], "abortive-close", "close() with SO_LINGER 0, after reordering and loss.")
        lab.abort(first[1])
    else:
        first[1].close()
        lab.wait()
        second[1].close()
    lab.wait(0.1)


@scenario("asymmetric", bypass=True)
def asymmetric(lab):
    """The way back goes around the router, which has no firewall; one connection ends with the client's abort."""
    lab.net.reroute(lab.draw.choice(("client", "server")))
    lab.background(quiet(lab))
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    origin, end = lab.draw.choice((("client", c), ("server", s)))
    lab.expect(port, origin, "abortive-close", "close() with SO_LINGER 0.")
    lab.abort(end)
    lab.wait(0.1)


@scenario("invalid-dropped", bypass=True)
def invalid_dropped(lab):
    """As fw-invalid-asymmetric-syn, but INVALID is dropped in silence."""
    port = lab.draw.port()
    lab.stateful(port, invalid=("-j", "DROP"))
    lab.quiet(port)
    lab.listen(port)
    lab.net.reroute("client")
    try:
        lab.connect(port, timeout=3).sendall(lab.draw.data())
    except OSError as problem:
        lab.observations["connect"] = str(problem)
    time.sleep(1)
