"""A NAT router that forgets: by time, by hand, by a restart; with the port kept or another."""
import socket

from .. import namespaces
from ..registry import nat4, scenario

NAT_EXPIRED = "The NAT mapping of an idle connection had expired; a segment to it reached the router's own stack, which reset it."


@scenario("nat-expired", ci=True, **nat4(), variants={
    "clock": {"disturbed": "clock"}, "missing": {"disturbed": "missing"}, "all": {"disturbed": "all"}})
def nat_expired(lab):
    """The server speaks first."""
    port, idle = lab.draw.port(), lab.expiry()
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "nat-timeout", NAT_EXPIRED, repeat=True)
    lab.wait(idle)
    s.sendall(lab.draw.data())
    lab.wait(0.2)


@scenario("nat-keepalive", **nat4())
def nat_keepalive(lab):
    """The client's program asks for keepalives, so that it depends on the settings of its host whether they come in time: those that the
    user gave with --hosts, or those as delivered, of two hours."""
    port, idle = lab.draw.port(), lab.expiry(4, 5)
    c, s, _ = lab.pair(port)
    c.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    if lab.hosts:
        lab.quiet(port)
    else:
        lab.expect(port, "intermediary", "nat-timeout", NAT_EXPIRED, repeat=True)
    lab.wait(idle)
    s.sendall(lab.draw.data())
    lab.wait(0.2)


@scenario("nat-expired-remapped", ci=True, ipv6=False, variants={"shift": {"disturbed": "clock"}, "format": {"disturbed": "format"}})
def nat_remapped(lab):
    """The client speaks first and gets another port."""
    lab.nat = True
    lab.iptables("-t", "nat", "-A", "POSTROUTING", "-o", "wan0", "-p", "tcp", "-j", "MASQUERADE", "--random-fully")
    port, idle = lab.draw.port(), lab.expiry()
    c, s, _ = lab.pair(port)
    lab.expect(port, "server", "nat-remap", "The mapping had expired and the new one has another port: the server knows no such connection.", repeat=True)
    lab.wait(idle)
    c.sendall(lab.draw.data())
    lab.wait(0.2)
    if lab.draw.chance(0.5):
        lab.expect(port, "intermediary", "nat-timeout", NAT_EXPIRED, effective=None, repeat=True)
        s.sendall(lab.draw.data())
        lab.wait(0.2)


@scenario("nat-expired-healed", **nat4())
def nat_healed(lab):
    """The client speaks first and keeps its port: nothing happens. Keepalive would do as well."""
    port, idle = lab.draw.port(), lab.expiry()
    lab.quiet(port)
    c, s, _ = lab.pair(port)
    lab.wait(idle)
    lab.talk(c, s)


@scenario("nat-flush", **nat4(), variants={"clock": {"disturbed": "clock"}})
def nat_flush(lab):
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "conntrack-flush", "conntrack -F removed the mapping; the server's next segment reached the router's own stack.",
               repeat=True)
    lab.pause(0, 0.5)
    lab.run("r", "conntrack", "-F")
    s.sendall(lab.draw.data())
    lab.wait(0.2)


@scenario("nat-reboot", **nat4())
def nat_reboot(lab):
    """Links down, state and rules gone, then as before."""
    port = lab.draw.port()
    c, s, _ = lab.pair(port)
    lab.expect(port, "intermediary", "router-reboot", "The NAT router restarted; the server's next segment reached its own stack.", repeat=True)
    for wire in lab.net.wires.values():
        wire.cut = True
    lab.run("r", "iptables", "-t", "nat", "-F")
    lab.run("r", "conntrack", "-F")
    lab.pause(0.3, 2)
    lab.iptables("-t", "nat", "-A", "POSTROUTING", "-o", "wan0", "-p", "tcp", "-j", "MASQUERADE")
    namespaces.batch(lab.net.ns("r"), ["neigh flush all"])
    for wire in lab.net.wires.values():
        wire.cut = False
    s.sendall(lab.draw.data())
    lab.wait(1)


@scenario("dnat-lost", ipv6=False, variants={"missing": {"disturbed": "missing"}})
def dnat_lost(lab):
    """A load balancing router forgets: the client gets segments from the server's own address, which it never spoke to."""
    port = lab.draw.port()
    inner = port if lab.draw.chance(0.5) else lab.draw.port()
    address = ".".join(str(lab.draw.randint(20, 120)) for _ in range(4))
    lab.iptables("-t", "nat", "-A", "PREROUTING", "-d", address, "-p", "tcp", "--dport", str(port), "-j", "DNAT", "--to-destination",
                 f"{lab.net.server}:{inner}")
    listening = lab.listen(inner)
    c = lab.connect(port, address)
    s = lab.keep(listening.accept()[0])
    lab.talk(c, s)
    lab.expect(inner, "client", "dnat-state-lost", "The router had lost the translation: the client got segments of an address it never spoke to.",
               repeat=True)
    lab.run("r", "conntrack", "-F")
    s.sendall(lab.draw.data())
    lab.wait(0.2)
