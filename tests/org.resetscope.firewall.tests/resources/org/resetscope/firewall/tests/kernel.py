"""Asks the running kernel what rules do to packets: one JSON object per line in, one per line out.

Runs in a network namespace of its own ("unshare -n"), which is gone when this process ends. The firewall's host is the kernel: interface
v0, address 10.9.0.2, an echo service at port 80. The client is no TCP stack but this program, which writes and reads frames at the other
end of the link, so that it can send any segment and sees every answer. Its hardware address is nobody's, so that the kernel does not take
what is sent to it.

in:  {"language": "nft"|"iptables", "rules": "...", "settings": {"nf_conntrack_tcp_loose": "1"}, "packets": ["syn", "over-window", ...],
      "quiet": 0.12}
out: {"loaded": true, "answers": {"syn": {"reset": false, "connection": "alive"}, ...}}; packets that need a connection are left out where
     none could be opened.

With "segments" instead of "packets" a list of segments is sent on one connection, whose SYN offers window scaling by "scale" (none where
it is negative): [flags, how far ahead of what is due, how much beyond it acknowledges, bytes of payload]. The rules must answer what is
INVALID by ICMP. out: {"loaded": true, "frames": [[from the client, flags, seq, ack, window, length, scale, SACK permitted, INVALID,
     highest acknowledgement or SACK]]}
"""
import json
import os
import select
import socket
import struct
import subprocess
import sys
import time

HOST, CLIENT, PORT = "10.9.0.2", "10.9.0.1", 80
HOST_MAC, CLIENT_MAC = bytes.fromhex("020000000002"), bytes.fromhex("020000000099")
FIN, SYN, RST, PSH, ACK, URG = 1, 2, 4, 8, 16, 32
LETTERS = dict(zip("FSRPAU", (FIN, SYN, RST, PSH, ACK, URG)))
QUIET = 0.12  # seconds without an answer that count as none, unless the question says otherwise
FAR = 3_000_000


def command(*words, text=None):
    return subprocess.run(words, input=text, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def setting(name, value):
    with open("/proc/sys/net/" + name, "w") as file:
        file.write(value)


def sums(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


class Link:
    def __init__(self):
        for line in ("link add v0 address 02:00:00:00:00:02 type veth peer name v1", "address add 10.9.0.2/24 dev v0", "link set lo up",
                     "link set v0 up", "link set v1 up", "neighbour replace 10.9.0.1 lladdr 02:00:00:00:00:99 dev v0 nud permanent"):
            done = command("ip", *line.split())
            if done.returncode:
                raise SystemExit("ip " + line + ": " + done.stderr)
        setting("ipv6/conf/all/disable_ipv6", "1")
        setting("ipv4/tcp_synack_retries", "1")
        setting("ipv4/icmp_ratelimit", "0")
        for name in ("icmp_msgs_per_sec", "icmp_msgs_burst"):
            try:
                setting("ipv4/" + name, "100000")
            except OSError:
                pass  # one for all namespaces in older kernels
        self.raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        self.raw.bind(("v1", 0))

    def send(self, port, flags, seq, ack, data=b"", bad_checksum=False, options=b""):
        addresses = socket.inet_aton(CLIENT) + socket.inet_aton(HOST)
        tcp = struct.pack("!HHIIBBHHH", port, PORT, seq % 2**32, ack % 2**32, (5 + len(options) // 4) << 4, flags, 65535, 0, 0) + options + data
        checksum = sums(addresses + struct.pack("!BBH", 0, 6, len(tcp)) + tcp) ^ (0x5555 if bad_checksum else 0)
        tcp = tcp[:16] + struct.pack("!H", checksum) + tcp[18:]
        ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(tcp), 0, 0x4000, 64, 6, 0) + addresses
        ip = ip[:10] + struct.pack("!H", sums(ip)) + ip[12:]
        self.raw.send(HOST_MAC + CLIENT_MAC + b"\x08\0" + ip + tcp)

    def answers(self, port, seconds):
        """Segments to a port (flags, seq, ack, data), and ICMP errors about it (None, 0, 0, b"")."""
        for kind, segment in self.frames(port, seconds):
            if kind == "tcp":
                yield segment[13], *struct.unpack("!II", segment[4:12]), segment[(segment[12] >> 4) * 4:]
            else:
                yield None, 0, 0, b""

    def frames(self, port, seconds):
        """TCP segments to a port ("tcp", segment), and ICMP errors about it ("icmp", the segment's first bytes)."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.raw], [], [], left)[0]:
                return
            frame = self.raw.recv(65535)
            if frame[0:6] != CLIENT_MAC or frame[12:14] != b"\x08\0":
                continue
            ip = frame[14:14 + struct.unpack("!H", frame[16:18])[0]]
            inner = ip[(ip[0] & 15) * 4:]
            if ip[9] == 6 and struct.unpack("!H", inner[2:4])[0] == port:
                yield "tcp", inner
            elif ip[9] == 1 and inner[0] == 3 and struct.unpack("!H", inner[28:30])[0] == port:
                yield "icmp", inner[28:]


class Client:
    """One connection of the client; behaves as RFC 9293 and RFC 5961 say."""

    def __init__(self, link, port):
        self.link, self.port = link, port
        self.seq, self.ack = 1_000_000_000 + port, 0
        self.reset = False     # a reset was seen
        self.ended = None      # what ended the connection

    def open(self):
        self.link.send(self.port, SYN, self.seq, 0)
        for flags, seq, ack, _ in self.link.answers(self.port, QUIET):
            if flags is None:
                self.ended = "refused"
                return
            if flags & RST:
                self.reset = True
                self.ended = "refused"
                return
            if flags & SYN and flags & ACK:
                self.seq += 1
                self.ack = seq + 1
                self.link.send(self.port, ACK, self.seq, self.ack)
                return
        self.ended = "timeout"

    def ask(self):
        """A request; answers what became of the connection."""
        if self.ended:
            return self.ended
        self.link.send(self.port, PSH | ACK, self.seq, self.ack, b"x\n")
        self.seq += 2
        for flags, seq, ack, data in self.link.answers(self.port, QUIET):
            self.take(flags, seq)
            if self.ended:
                return self.ended
            if data and seq == self.ack:
                self.ack += len(data)
                self.link.send(self.port, ACK, self.seq, self.ack)
                return "alive"
        return "timeout"

    def take(self, flags, seq):
        if flags is not None and flags & RST:
            self.reset = True
            if seq == self.ack % 2**32:
                self.ended = "reset"

    def wait(self, seconds):
        for flags, seq, _, _ in self.link.answers(self.port, seconds):
            self.take(flags, seq)


def options(segment):
    """The scale of the Window Scale option, -1 where there is none, whether SACK is permitted, and the highest number acknowledged."""
    scale, sack, at, end = -1, False, 20, (segment[12] >> 4) * 4
    highest = struct.unpack("!I", segment[8:12])[0]
    while at < end and segment[at]:
        if segment[at] == 1:
            at += 1
            continue
        scale = segment[at + 2] if segment[at] == 3 else scale
        sack |= segment[at] == 4
        if segment[at] == 5:
            for edge in range(at + 6, at + segment[at + 1], 8):
                right = struct.unpack("!I", segment[edge:edge + 4])[0]
                highest = right if 0 < (right - highest) % 2**32 < 2**31 else highest
        at += max(2, segment[at + 1])
    return scale, sack, highest


class Recorder:
    """One connection whose segments are written down."""

    def __init__(self, link, port, scale):
        self.link, self.port, self.scale, self.frames = link, port, scale, []
        self.due, self.acknowledge = 1_000_000_000 + port, 0

    def send(self, flags, ahead, beyond, length):
        seq, ack = (self.due + ahead) % 2**32, (self.acknowledge + beyond) % 2**32 if flags & ACK else 0
        offer = bytes([1, 3, 3, self.scale, 4, 2, 1, 1]) if flags & SYN and self.scale >= 0 else b""
        self.link.send(self.port, flags, seq, ack, b"z" * length, options=offer)
        mine = [True, flags, seq, ack, 65535, length, self.scale if offer else -1, bool(offer), False, ack]
        self.frames.append(mine)
        for kind, segment in self.link.frames(self.port, QUIET / 3):
            its_seq, its_ack = struct.unpack("!II", segment[4:12]) if kind == "tcp" else (0, 0)
            if kind == "icmp":
                mine[8] = True
                continue
            length = len(segment) - (segment[12] >> 4) * 4
            scale, sack, highest = options(segment)
            self.frames.append([False, segment[13], its_seq, its_ack, struct.unpack("!H", segment[14:16])[0], length, scale, sack, False, highest])
            if segment[13] & ACK and not segment[13] & RST:
                self.due = its_ack
                self.acknowledge = (its_seq + length + bool(segment[13] & (SYN | FIN))) % 2**32


class Echo:
    """The service, in a process of its own; forgets all connections when told to."""

    def __init__(self):
        self.pipe, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            self.pipe.close()
            try:
                self.serve(theirs)
            finally:
                os._exit(0)
        theirs.close()
        self.pipe.recv(1)

    def forget(self):
        self.pipe.send(b"x")
        self.pipe.recv(1)

    @staticmethod
    def serve(control):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, PORT))
        listener.listen(512)
        control.send(b"x")
        connections = {}
        poll = select.poll()
        poll.register(listener, select.POLLIN)
        poll.register(control, select.POLLIN)
        while True:
            for descriptor, _ in poll.poll():
                if descriptor == control.fileno():
                    if not control.recv(1):
                        return
                    for connection in connections.values():
                        poll.unregister(connection)
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                        connection.close()
                    connections.clear()
                    control.send(b"x")
                elif descriptor == listener.fileno():
                    connection = listener.accept()[0]
                    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    connections[connection.fileno()] = connection
                    poll.register(connection, select.POLLIN)
                elif descriptor in connections:
                    connection = connections[descriptor]
                    try:
                        data = connection.recv(4096)
                        if data:
                            connection.send(data)
                            continue
                    except OSError:
                        pass
                    poll.unregister(connection)
                    connection.close()
                    del connections[descriptor]


class Machine:
    def __init__(self):
        self.link = Link()
        self.echo = Echo()
        self.port = 20000

    def fresh(self):
        self.port = self.port + 1 if self.port < 60000 else 20000
        return Client(self.link, self.port)

    def load(self, language, rules, settings):
        command("nft", "flush", "ruleset")
        self.echo.forget()
        for name, value in settings.items():
            setting("netfilter/" + name, value)
        done = command("nft", "-f", "-", text=rules) if language == "nft" else command("iptables-restore", text=rules)
        return None if done.returncode == 0 else done.stderr[:300]

    def probe(self, packet):
        client = self.fresh()
        if packet == "syn":
            client.open()
            fate = client.ask()
            return {"reset": client.reset, "connection": fate}
        if packet.startswith("stray-"):
            flags = 0 if packet == "stray-none" else sum(LETTERS[letter] for letter in packet[6:])
            client.ack = 2000
            self.link.send(client.port, flags, 1000, 2000)
            client.wait(QUIET / 2)
            return {"reset": client.reset, "connection": None}
        client.open()
        if client.ask() != "alive":
            return None
        client.wait(QUIET / 4)
        if client.reset:
            return None  # the acknowledgement of the first reply ended it already
        if packet == "conntrack-lost-segment-from-client":
            if command("conntrack", "-F").returncode:
                return None
            self.link.send(client.port, PSH | ACK, client.seq, client.ack, b"y\n")
            client.seq += 2
            answered = False
            for flags, seq, _, data in self.link.answers(client.port, QUIET):
                client.take(flags, seq)
                if data and seq == client.ack:
                    client.ack += len(data)
                    answered = True
                if answered or client.ended:
                    break
            return {"reset": client.reset, "connection": client.ended or ("alive" if answered else "timeout")}
        ahead = {"over-window": FAR, "below-window": -FAR, "in-window-reordered": 5000}.get(packet, 0)
        extra = FAR if packet == "ack-over" else 0
        if packet == "in-order-data":
            return {"reset": client.reset, "connection": client.ask()} | {"reset": client.reset}
        if packet == "bad-checksum":
            self.link.send(client.port, PSH | ACK, client.seq - 2, client.ack, b"z\n", bad_checksum=True)
        elif packet == "out-of-window-rst":
            self.link.send(client.port, RST, client.seq + FAR, 0)
        else:
            self.link.send(client.port, PSH | ACK, client.seq + ahead, client.ack + extra, b"z" * 10)
        client.wait(QUIET / 2)
        reset = client.reset
        return {"reset": reset, "connection": client.ask()}


def main():
    global QUIET
    machine = Machine()
    print("ready", flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        QUIET = question.get("quiet", QUIET)
        wrong = machine.load(question["language"], question["rules"], question["settings"])
        answers = {}
        if "segments" in question:
            recorder = Recorder(machine.link, machine.fresh().port, question["scale"])
            for segment in question["segments"] if wrong is None else []:
                recorder.send(*segment)
            print(json.dumps({"loaded": wrong is None, "error": wrong, "frames": recorder.frames}), flush=True)
            continue
        if wrong is None:
            for packet in question["packets"]:
                answer = machine.probe(packet)
                if answer is not None:
                    answers[packet] = answer
        print(json.dumps({"loaded": wrong is None, "error": wrong, "answers": answers}), flush=True)


main()
