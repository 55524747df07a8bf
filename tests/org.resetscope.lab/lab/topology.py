"""The path of a scenario: client - hops - router - hops - server, each a network namespace of its own.

The links to both sides of the router pass a Wire (wire.py), where frames are delayed, lost or forged. `x` hangs on a leg of the
router, beside the path. With `bypass`, a second link joins the hops next to the client and next to the server, around the router.
"""
import contextlib

from . import namespaces
from .wire import Wire


class Network:
    """Builds the namespaces at once; close() removes them. Names of nodes: client, c1.., r, s1.., server, x."""

    def __init__(self, tag, draw, *, ipv6=False, hops=None, bypass=False, offload=False, rtt=None, mtu=None, beside=False):
        self.tag, self.draw, self.ipv6, self.offload = tag, draw, ipv6, offload
        left, right = hops or (draw.choices((0, 1, 2, 3), (4, 3, 2, 1))[0], draw.choices((0, 1, 2, 3, 4), (2, 3, 3, 2, 1))[0])
        if bypass:
            left, right = max(1, left), max(1, right)
        self.hops = left, right
        self.chain = ["client", *(f"c{i + 1}" for i in range(left)), "r", *(f"s{i + 1}" for i in range(right)), "server"]
        self.nodes = self.chain + (["x"] if beside else []) + ([] if offload else ["wire"])
        self.rtt = 0 if offload else rtt if rtt is not None else round(draw.uniform(0.8, 40), 2)
        self.share = round(draw.uniform(0.05, 0.6), 2)
        """the part of the delay that is on the client's side of the router"""
        self.mtu = mtu or draw.choices((1500, 1492, 1400, 1280, 9000 if offload else 1460), (6, 1, 1, 1, 1))[0]
        self.ttl = {node: draw.device_ttl() for node in self.nodes} | {node: draw.host_ttl() for node in ("client", "server")}
        self.links, self.interfaces, self.wires = [], {node: {} for node in self.nodes}, {}
        self._made = []
        try:
            self._build(bypass, beside)
        except BaseException:
            self.close()
            raise

    def ns(self, node):
        return f"{self.tag}-{node}"

    def inside(self, node):
        return namespaces.inside(self.ns(node))

    def _build(self, bypass, beside):
        for node in self.nodes:
            namespaces.run("ip", "netns", "add", self.ns(node))
            self._made.append(node)
        family = 6 if self.ipv6 else 4
        for node in self.nodes:
            settings = {"net.ipv4.ip_default_ttl": self.ttl[node], "net.ipv4.conf.all.rp_filter": 0, "net.ipv4.conf.default.rp_filter": 0,
                        "net.ipv4.ip_forward": int(node not in ("client", "server", "wire")), "net.ipv4.conf.all.send_redirects": 0,
                        "net.ipv4.conf.default.send_redirects": 0, "net.ipv6.conf.default.accept_dad": 0, "net.ipv6.conf.all.accept_dad": 0,
                        "net.ipv6.conf.all.hop_limit": self.ttl[node], "net.ipv6.conf.default.hop_limit": self.ttl[node],
                        "net.ipv6.conf.default.router_solicitations": 0}
            if family == 4 or node == "wire":
                settings |= {"net.ipv6.conf.all.disable_ipv6": 1, "net.ipv6.conf.default.disable_ipv6": 1}
            elif node not in ("client", "server"):
                settings["net.ipv6.conf.all.forwarding"] = 1
            namespaces.sysctl(self.ns(node), settings)
        for position, (a, b) in enumerate(zip(self.chain, self.chain[1:])):
            private = self.chain.index("r") > position
            self._link(a, self._name(a, False), b, self._name(b, True), private, wire="lan" if b == "r" else "wan" if a == "r" else None)
        if bypass:
            self._link("c1", "alt0", self.chain[-2], "alt0", True)
        if beside:
            self._link("r", "side0", "x", "eth0", True)
        for node in self.nodes:
            namespaces.batch(self.ns(node), [f"address add {a} dev {i}{' nodad' if self.ipv6 else ''}" for i, a in self.interfaces[node].items() if a]
                             + [f"link set {interface} up" for interface in ("lo", *self.interfaces[node])])
        for node in self.nodes:
            namespaces.wait_until_running(self.ns(node), self.interfaces[node])
        if not self.offload:
            for node in self.nodes:
                namespaces.without_offloads(self.ns(node), self.interfaces[node])
        self._routes(beside)
        for name, (first, second) in self.wires.items():
            self.wires[name] = Wire(self.ns("wire"), first, second, self.rtt / 2000 * (self.share if name == "lan" else 1 - self.share))

    @property
    def distance(self):
        """ns that the wires add between the client and each point of capture"""
        lan, all_ = self.rtt * 1e6 / 2 * self.share, self.rtt * 1e6 / 2
        return {"client": 0, "lan": lan, "wan": lan, "server": all_}

    @staticmethod
    def _name(node, toward_client):
        if node in ("client", "server"):
            return "eth0"
        if node == "r":
            return "lan0" if toward_client else "wan0"
        return "up0" if toward_client else "dn0"

    def _link(self, a, first, b, second, private, wire=None):
        if self.ipv6:
            net, length = self.draw.network6(), 64
            one, two = (f"{net}::{n:x}" for n in self.draw.sample(range(1, 0xFFFF), 2))
        else:
            net, length = self.draw.network4(private), 24
            one, two = (f"{net}.{n}" for n in self.draw.sample(range(1, 255), 2))
        mtu = self.mtu if wire == "wan" or self.mtu > 1500 else 1500
        make = "link add {} mtu {mtu} type veth peer name {} netns {} mtu {mtu}".format
        if wire and not self.offload:
            self.wires[wire] = f"{wire}0", f"{wire}1"
            namespaces.batch(self.ns(a), [make(first, f"{wire}0", self.ns("wire"), mtu=mtu)])
            namespaces.batch(self.ns("wire"), [make(f"{wire}1", second, self.ns(b), mtu=mtu)])
            self.interfaces["wire"] |= {f"{wire}0": None, f"{wire}1": None}
        else:
            namespaces.batch(self.ns(a), [make(first, second, self.ns(b), mtu=mtu)])
        self.interfaces[a][first], self.interfaces[b][second] = f"{one}/{length}", f"{two}/{length}"
        self.links.append((a, one, b, two, f"{net}{'::' if self.ipv6 else '.0'}/{length}"))

    def _routes(self, beside):
        middle = self.chain.index("r")
        along = self.links[:len(self.chain) - 1]
        for position, node in enumerate(self.chain):
            lines = []
            if position < middle:
                lines.append(f"route add default via {along[position][3]}")
            if position > middle:
                lines.append(f"route add default via {along[position - 1][1]}")
            if 1 < position <= middle:
                lines += [f"route add {link[4]} via {along[position - 1][1]}" for link in along[:position - 1]]
            if middle <= position < len(self.chain) - 2:
                lines += [f"route add {link[4]} via {along[position][3]}" for link in along[position + 1:]]
            namespaces.batch(self.ns(node), lines)
        if beside:
            namespaces.batch(self.ns("x"), [f"route add default via {self.links[-1][1]}"])

    @property
    def client(self):
        return self.links[0][1]

    @property
    def server(self):
        return self.links[len(self.chain) - 2][3]

    @property
    def router_lan(self):
        return self.links[self.chain.index("r") - 1][3]

    @property
    def router_wan(self):
        return self.links[self.chain.index("r")][1]

    def reroute(self, toward):
        """From now on what goes `toward` client or server goes around the router."""
        a, one, b, two, _ = self.links[len(self.chain) - 1]
        node, via, target = (b, one, self.client) if toward == "client" else (a, two, self.server)
        namespaces.run("ip", *(["-6"] if self.ipv6 else []), "-n", self.ns(node), "route", "replace", target, "via", via)

    def close(self):
        for wire in self.wires.values():
            if isinstance(wire, Wire):
                wire.close()
        for node in self._made:
            with contextlib.suppress(RuntimeError):
                namespaces.run("ip", "netns", "del", self.ns(node))
