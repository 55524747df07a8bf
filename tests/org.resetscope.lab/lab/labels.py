"""Who sent each reset, told from where it was seen first and which way it went, and what the scenario says made it.

Nothing here knows the product. The kernel marks frames that the capturing node itself sends: a reset that leaves the client's or the
server's interface was made there; one that enters the path between two points was made by what stands between them.
"""
import collections

from .packet import ACK, FIN, RST, SYN, letters, segment

POINTS = ("client", "lan", "wan", "server")
Expectation = collections.namedtuple("Expectation", "origin cause effective why repeat")
ONCE_EACH = "once in each connection"
"""How an expectation may repeat; False: once, True: always."""
Seen = collections.namedtuple("Seen", "point frame time outgoing segment")
FRESH = 3_000_000_000
"""ns, on top of the delay of the path, within which the same reset passes all points, even if a wire is slow on a busy machine"""


class UnexplainedReset(Exception):
    """The scenario did what its author did not foresee; its label would be a guess."""


def toward(point, outgoing):
    """client or server: the way a frame goes that leaves or enters the interface of a point."""
    return "client" if outgoing == (point in ("lan", "server")) else "server"


def resets(captures, distance):
    """Every reset as sent: a list of lists of Seen in the order of the path. captures: point -> frames; distance: point -> ns from the client."""
    by_way = {"client": collections.defaultdict(list), "server": collections.defaultdict(list)}
    for point in POINTS:
        for frame in captures[point]:
            s = segment(frame.data)
            if s and s.flags & RST:
                by_way[toward(point, frame.outgoing)][point].append(Seen(point, frame, frame.time, frame.outgoing, s))
    found = []
    for way, points in by_way.items():
        groups = []
        for point in POINTS if way == "server" else POINTS[::-1]:
            for seen in points[point]:
                group = next((g for g in groups if g[-1].point != point and alike(g[-1].segment, seen.segment)
                              and 0 <= seen.time - g[-1].time - 0.9 * abs(distance[point] - distance[g[-1].point]) < FRESH), None)
                if group:
                    group.append(seen)
                else:
                    groups.append([seen])
        found += [(way, group) for group in groups]
    return sorted(found, key=lambda pair: pair[1][0].time)


def alike(a, b):
    """The same packet at two points: what no hop and no NAT of the lab changes."""
    return (a.seq, a.ack, a.flags, a.ipid, a.length) == (b.seq, b.ack, b.flags, b.ipid, b.length)


def maker(way, group, forged, router_addresses, terminates):
    """(origin, provenance, device): the part that the sender plays in the flow, and what it is."""
    first = group[0]
    if first.point == ("server" if way == "client" else "client"):
        return first.point, first.point, f"{first.point} host"
    name = next((name for name, packet in forged if alike(packet, first.segment) and (packet.sport, packet.dport) in
                 [(s.segment.sport, s.segment.dport) for s in group]), None)
    if name:
        return "intermediary", "intermediary", name
    if first.outgoing:
        ends = terminates and first.segment.source in router_addresses
        origin = ("server" if way == "client" else "client") if ends else "intermediary"
        return origin, "intermediary", "proxy on r (endpoint of this flow)" if ends else "router/firewall r"
    raise UnexplainedReset(f"a reset toward {way} entered before {first.point}, and nothing there forged one: {first.segment}")


def label(name, captures, distance, written, expectations, forged, router_addresses, terminates, alive):
    """The labels of all resets. `written`: point -> {id of a captured frame: (number in the file, time in the file)}; `alive`: the
    (service port, end) whose sockets lived on, so that no reset toward them had effect."""
    pending, used, sent, ended, aborted = {k: list(v) for k, v in expectations.items()}, set(), set(), set(), set()
    labels = []
    for way, group in resets(captures, distance):
        s = group[0].segment
        origin, provenance, device = maker(way, group, forged, router_addresses, terminates)
        ports = {port for seen in group for port in (seen.segment.sport, seen.segment.dport)} & pending.keys()
        if len(ports) != 1:
            raise UnexplainedReset(f"no expectation for the ports {s.sport}, {s.dport}")
        port = ports.pop()
        direction = way, s.source, s.sport, s.destination, s.dport
        expected = next((e for e in pending[port] if e.origin == origin and not (e.repeat == ONCE_EACH and direction in sent)), None)
        if expected and not expected.repeat:
            pending[port].remove(expected)
        if expected is None:
            if port not in aborted or provenance == "intermediary" and device != "proxy on r (endpoint of this flow)":
                raise UnexplainedReset(f"port {port}: {device} sent {letters(s.flags)} seq {s.seq} toward {way}, first at {group[0].point}")
            expected = secondary(origin, group[0], captures)
        aborted.add(port)
        used.add((port, expected))
        seen = [describe(x, *written[x.point][id(x.frame)]) for x in group if id(x.frame) in written[x.point]]
        labels.append({
            "id": f"{name}#{len(labels)}", "origin": origin, "provenance": provenance, "toward": way, "device": device,
            "cause": expected.cause, "effective": effect(expected, port, way, group, captures, terminates, alive) if direction not in ended else None,
            "explanation": expected.why, "inject_spec": None, "seen": seen, "repeat_in_same_direction": direction in sent,
            "not_seen_at": [p for p in POINTS if p not in {x["point"] for x in seen}]})
        sent.add(direction)
        if labels[-1]["effective"]:
            ended.add(direction)
    missing = [(port, e.origin, e.cause) for port, wanted in expectations.items() for e in wanted if (port, e) not in used]
    if missing:
        raise UnexplainedReset(f"expected and not seen: {missing}")
    return [one for one in labels if one["seen"]]


def secondary(origin, reset, captures):
    """The label of a reset of a host whose socket an earlier reset had ended, by what it answers."""
    s, trigger = reset.segment, None
    for frame in captures[reset.point]:
        if frame is reset.frame:
            break
        p = segment(frame.data)
        if p and (p.destination, p.dport, p.source, p.sport) == (s.source, s.sport, s.destination, s.dport):
            trigger = p
    cause = "synack-no-socket" if trigger and trigger.flags & SYN else "no-socket-after-abort"
    return Expectation(origin, cause, None, "Secondary reset: a late segment met a socket that an earlier reset had ended.", True)


def effect(expected, port, way, group, captures, terminates, alive):
    """Whether the reset ended what its receiver had; None if nobody can tell."""
    last = group[-1]
    if (port, way) in alive or last.point != way and not terminates or not exact(captures[last.point], last):
        return False
    return expected.effective


def exact(frames, reset):
    """Whether a reset had the very number that its receiver expected, who captured these frames (RFC 5961, 3.2)."""
    s, expected, held = reset.segment, None, {}
    flow = s.source, s.sport, s.destination, s.dport
    for frame in frames:
        if frame is reset.frame:
            break
        p = segment(frame.data)
        if p and frame.outgoing and (p.destination, p.dport, p.source, p.sport) == flow and expected is not None and p.flags & ACK:
            expected += (p.ack - expected) % 2**32 if (p.ack - expected) % 2**32 < 2**31 else 0  # what came in fragments
        if not p or frame.outgoing or (p.source, p.sport, p.destination, p.dport) != flow:
            continue
        if p.flags & SYN:
            expected = p.seq + 1 if expected is None else expected
            continue
        held[p.seq] = max(held.get(p.seq, 0), p.length + bool(p.flags & FIN))
        for seq in sorted(held, key=lambda n: (n - (expected or 0)) % 2**32):
            if expected is not None and (expected - seq) % 2**32 < 2**31:
                expected += max(0, held.pop(seq) - (expected - seq) % 2**32)
    return expected is None or s.seq == expected % 2**32


def describe(seen, number, time):
    s = seen.segment
    return {"point": seen.point, "frame": number, "time": f"{time // 10**9}.{time % 10**9 // 1000:06d}", "sent_by_this_node": seen.outgoing,
            "src": s.source, "sport": s.sport, "dst": s.destination, "dport": s.dport, "seq": s.seq, "ack": s.ack, "flags": letters(s.flags),
            "ttl": s.ttl, "ipid": s.ipid, "df": s.df, "win": s.window, "opts": s.options, "len": s.length}
