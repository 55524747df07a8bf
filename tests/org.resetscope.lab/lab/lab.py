"""One scenario: its network, its captures, what it did, and its entry in labels.json."""
import contextlib
import socket
import struct
import threading
import time

from . import capture, disturb, namespaces
from .draw import Draw
from .labels import POINTS, Expectation, label
from .packet import frame as ethernet
from .packet import segment
from .topology import Network
from .wire import packet_socket

TCP_REPAIR, TCP_REPAIR_QUEUE, TCP_QUEUE_SEQ = 19, 20, 21
SEND_QUEUE, REPAIR_OFF_NO_PROBE = 2, -1
TCP_CLOSE = b"\x07"


class Lab:
    """What a scenario works with. Addresses, ports, sizes and times come from `draw`; each reset it means to make is announced with
    `expect`, and whatever else resets makes the scenario fail."""

    def __init__(self, name, seed, number, *, disturbed="", nat=False, terminates=False, ipv6=None, hosts=None, **network):
        self.name, self.draw, self.config, self.observations = name, Draw(seed, name), [], {}
        self._expected, self.forged, self._open, self._ends, self._disturbed, self._terminates = {}, [], [], [], disturbed, terminates
        self.hosts = hosts or {}
        """sysctl settings that the user gave client and server"""
        self.net = Network(number, self.draw, ipv6=self.draw.chance(0.25) if ipv6 is None else ipv6, **network)
        try:
            self._prepare(nat)
        except BaseException:
            self.net.close()
            raise

    def _prepare(self, nat):
        self.timestamps = {node: self.draw.chance(p) for node, p in (("client", 0.65), ("server", 0.85))}
        scaling = self.draw.chance(0.85)
        for node in ("client", "server"):
            namespaces.sysctl(self.net.ns(node), {
                "net.ipv4.tcp_timestamps": int(self.timestamps[node]), "net.ipv4.tcp_window_scaling": int(scaling),
                "net.ipv4.tcp_sack": int(self.draw.chance(0.9)), "net.ipv4.tcp_ecn": self.draw.choices((2, 1), (8, 1))[0],
                "net.ipv4.ip_no_pmtu_disc": int(self.draw.chance(0.1)), "net.ipv4.tcp_syncookies": 0} | self.hosts)
        self.tos = self.draw.choices((0, 0x10, 0x28, 0xB8), (7, 1, 1, 1))[0]
        self.nat = not self.net.ipv6 and self.draw.chance(0.25) if nat == "maybe" else nat
        if self.nat:
            self.iptables("-t", "nat", "-A", "POSTROUTING", "-o", "wan0", "-p", "tcp", "-j", "MASQUERADE")
        if self.draw.chance(0.7):
            self._warm()
        self._captures = {point: capture.Capture(self.net.ns(node), interface) for point, node, interface in (
            ("client", "client", "eth0"), ("lan", "r", "lan0"), ("wan", "r", "wan0"), ("server", "server", "eth0"))}

    def _warm(self):
        """Resolves the addresses of the links, as on a network in use."""
        with self.net.inside("client"), socket.socket(self.family, socket.SOCK_DGRAM) as s:
            s.sendto(b"", (self.net.server, 9))
        time.sleep(0.05 + 2 * self.net.rtt / 1000)

    @property
    def family(self):
        return socket.AF_INET6 if self.net.ipv6 else socket.AF_INET

    @property
    def rtt(self):
        """seconds"""
        return self.net.rtt / 1000

    def wait(self, seconds=0.0):
        """Waits that long and for what is under way to arrive."""
        time.sleep(seconds + 1.5 * self.rtt + 0.03)

    def pause(self, least, most):
        time.sleep(self.draw.uniform(least, most))

    def keep(self, thing):
        """Closes a socket, or whatever has close(), at the end, when no capture runs any more."""
        self._open.append(thing)
        return thing

    def socket(self, node):
        with self.net.inside(node):
            s = self.keep(socket.socket(self.family, socket.SOCK_STREAM))
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.tos:
            s.setsockopt(*((socket.IPPROTO_IPV6, socket.IPV6_TCLASS) if self.net.ipv6 else (socket.IPPROTO_IP, socket.IP_TOS)), self.tos)
        s.settimeout(15)
        return s

    def listen(self, port, node="server", backlog=16):
        s = self.socket(node)
        s.bind(("", port))
        s.listen(backlog)
        return s

    def connect(self, port, address=None, node="client", source_port=0, timeout=15):
        s = self.socket(node)
        if source_port:
            s.bind(("", source_port))
        s.settimeout(timeout)
        s.connect((address or self.net.server, port))
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return s

    def pair(self, port):
        """A connection to a server of its own: (client's socket, server's socket, listening socket)."""
        listening = self.listen(port)
        c = self.connect(port)
        s = listening.accept()[0]
        s.settimeout(15)
        self.keep(s)
        self._ends += [(port, "client", c), (port, "server", s)]
        self.talk(c, s)
        return c, s, listening

    def _alive(self):
        """The (service port, end) of connections that are not over for the kernel, though the scenario has not closed them either."""
        return {(port, end) for port, end, s in self._ends if s.fileno() >= 0 and s.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1) != TCP_CLOSE}

    def talk(self, c, s):
        """Requests and answers of drawn sizes, all read."""
        for _ in range(self.draw.randint(1, 4)):
            self.say(c, s)
            self.say(s, c)
            if self.draw.chance(0.4):
                self.pause(0, 0.15)
        self.wait(0.1)  # delayed acknowledgements are under way until then

    def say(self, sender, receiver, data=None):
        data = data or self.draw.data()
        sender.sendall(data)
        left = len(data)
        while left:
            got = len(receiver.recv(min(left, 65536)))
            if not got:
                raise EOFError
            left -= got

    def leave_unread(self, sender, receiver):
        """Sends data and waits until it lies unread at the receiver; returns how much."""
        data = self.draw.data(50)
        sender.sendall(data)
        while len(receiver.recv(len(data), socket.MSG_PEEK)) < len(data):
            time.sleep(0.005)
        return len(data)

    def background(self, port):
        """A conversation that ends as it should."""
        c, s, _ = self.pair(port)
        first, second = self.draw.sample((c, s), 2)
        first.close()
        self.wait(0.01)
        second.close()
        self.wait()

    def abort(self, s):
        """Closes with SO_LINGER 0."""
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        s.close()

    def forget(self, s):
        """Ends a connection on its host without a word (TCP_REPAIR), as a host that lost its state."""
        s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
        s.close()

    def sequence(self, s):
        """The next sequence number to send."""
        s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
        s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR_QUEUE, SEND_QUEUE)
        number = s.getsockopt(socket.IPPROTO_TCP, TCP_QUEUE_SEQ) % 2**32
        s.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, REPAIR_OFF_NO_PROBE)
        return number

    def raw(self, packet):
        """Sends an IP packet from a raw socket of the client, routed as its own."""
        with self.net.inside("client"), socket.socket(self.family, socket.SOCK_RAW, socket.IPPROTO_RAW) as s:
            address = socket.inet_ntop(socket.AF_INET6, packet[24:40]) if self.net.ipv6 else socket.inet_ntop(socket.AF_INET, packet[16:20])
            s.sendto(packet, (address, 0))

    def beside(self, packet):
        """Sends an IP packet to the router from the node beside the path, as it is: a raw socket would fill in an IP-ID of 0."""
        target, source = (namespaces.hardware_address(self.net.ns(node), interface) for node, interface in (("r", "side0"), ("x", "eth0")))
        with self.net.inside("x"), socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as s:
            s.bind(("eth0", 0))
            s.send(ethernet(packet, target, source))

    @contextlib.contextmanager
    def mirror(self, node, interface, look):
        """Calls look(frame) for each frame that comes in on an interface, from another thread."""
        s, running = packet_socket(self.net.ns(node), interface), True
        s.settimeout(0.05)

        def watch():
            while running:
                with contextlib.suppress(TimeoutError):
                    look(s.recv(70000))
        thread = threading.Thread(target=watch, daemon=True)
        thread.start()
        try:
            yield
        finally:
            running = False
            thread.join()
            s.close()

    def forging(self, device, packet):
        """Notes a forged packet as what `device` sends."""
        self.forged.append((device, segment(bytes(12) + (b"\x86\xdd" if packet[0] >> 4 == 6 else b"\x08\x00") + packet)))
        return packet

    def run(self, node, *command):
        """Configures a node; the command is recorded."""
        self.config.append({"node": node, "time": time.time(), "command": " ".join(command)})
        return namespaces.run("ip", "netns", "exec", self.net.ns(node), *command)

    def iptables(self, *arguments, node="r"):
        return self.run(node, "ip6tables" if self.net.ipv6 else "iptables", *arguments)

    def reject(self, *match, node="r", chain="FORWARD", insert=False):
        """A rule that answers with a reset: by iptables, or by nftables if the match is of one port only and chance says so."""
        if len(match) == 4 and match[0] == "-p" and not insert and self.draw.chance(0.4):
            hook = chain.lower()
            self.run(node, "nft", f"add table inet lab; add chain inet lab {hook} {{ type filter hook {hook} priority 0; }}; "
                                  f"add rule inet lab {hook} tcp {match[2].lstrip('-')} {match[3]} reject with tcp reset")
        else:
            self.iptables("-I" if insert else "-A", chain, *match, "-j", "REJECT", "--reject-with", "tcp-reset", node=node)

    def sysctl(self, node, **settings):
        """Keys with dots written as double underscores."""
        for key, value in settings.items():
            key = key.replace("__", ".")
            self.config.append({"node": node, "time": time.time(), "command": f"sysctl {key}={value}"})
            namespaces.sysctl(self.net.ns(node), {key: value})

    def stateful(self, port, *, invalid=None):
        """A firewall that lets connections to `port` begin and go on, and resets the rest; `invalid` is what it does with those first."""
        if invalid:
            self.iptables("-A", "FORWARD", "-p", "tcp", "-m", "conntrack", "--ctstate", "INVALID", *invalid)
        self.iptables("-A", "FORWARD", "-m", "conntrack", "--ctstate", "ESTABLISHED,RELATED", "-j", "ACCEPT")
        self.iptables("-A", "FORWARD", "-p", "tcp", "--syn", "--dport", str(port), "-m", "conntrack", "--ctstate", "NEW", "-j", "ACCEPT")
        self.reject("-p", "tcp", "-m", "comment", "--comment", "rest")

    def expiry(self, least=1, most=3):
        """Sets a short time-out of established connections; returns the seconds after which an idle one is forgotten."""
        seconds = self.draw.randint(least, most)
        self.sysctl("r", net__netfilter__nf_conntrack_tcp_timeout_established=seconds, net__netfilter__nf_conntrack_tcp_timeout_unacknowledged=seconds)
        return seconds + self.draw.uniform(0.6, 2)

    def expect(self, port, origin, cause, why, effective=True, repeat=False):
        """The next reset of `origin` in the conversations with that service port has this cause."""
        self._expected.setdefault(port, []).append(Expectation(origin, cause, effective, why, repeat))

    def quiet(self, *ports):
        """No reset is expected there."""
        for port in ports:
            self._expected.setdefault(port, [])

    def finish(self, out):
        """Ends the captures, writes them under `out` and returns the scenario's entry."""
        self.wait(0.2)
        frames = {point: taking.stop() for point, taking in self._captures.items()}
        disturbances = disturb.drawn(self._disturbed, self.draw, POINTS)
        points, written = {}, {}
        for point in POINTS:
            d = disturbances[point]
            file = f"{self.name}-{point}.{d.suffix}"
            kept = d.apply(frames[point], self.draw)
            capture.write(out / file, kept, d.kind, d.link, d.snap)
            written[point] = self._numbers(frames[point], kept, d)
            points[point] = {"file": file, "format": d.kind, "interface": self._captures[point].interface, "snaplen": d.snap}
        rsts = label(self.name, frames, self.net.distance, written, self._expected, self.forged, {self.net.router_lan, self.net.router_wan}, self._terminates, self._alive())
        net = self.net
        return {
            "name": self.name, "points": points, "packets": {point: len(written[point]) for point in POINTS},
            "params": {
                "ipv6": net.ipv6, "timestamps": self.timestamps, "hops_client_side": net.hops[0], "hops_server_side": net.hops[1],
                "ttl_client": net.ttl["client"], "ttl_server": net.ttl["server"], "ttl_router": net.ttl["r"], "rtt_ms": net.rtt,
                "delay_share_client_side": net.share, "mtu_wan": net.mtu, "client": net.client, "server": net.server,
                "router_lan": net.router_lan, "router_wan": net.router_wan, "service_ports": sorted(self._expected), "nat": self.nat,
                "offload": net.offload, "tos": self.tos, "disturb": self._disturbed or None,
                "disturbances": {p: {k: v for k, v in vars(d).items()} for p, d in disturbances.items()} if self._disturbed else None},
            "rst_count": len(rsts), "rsts": rsts, "config": self.config, "observations": self.observations}

    @staticmethod
    def _numbers(frames, kept, disturbance):
        """id of a captured frame -> (its number in the file, its time there)."""
        left = iter(frames)
        numbers = {}
        for number, copy in enumerate(kept, 1):
            original = next(f for f in left if f.data is copy.data)
            numbers[id(original)] = number, copy.time
        return numbers

    def close(self):
        for taking in self._captures.values():
            taking.end()
        for thing in self._open:
            with contextlib.suppress(OSError):
                thing.close()
        self.net.close()
