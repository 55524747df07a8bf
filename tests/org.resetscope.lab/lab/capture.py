"""Takes the frames of one interface, and writes them as a capture file of one of several kinds."""
import collections
import gzip
import select
import socket
import struct
import threading

from .wire import SOL_PACKET, packet_socket

PACKET_STATISTICS, SO_TIMESTAMPNS, PACKET_OUTGOING = 6, 35, 4

Frame = collections.namedtuple("Frame", "time outgoing data")
"""`time` in ns since 1970 by the kernel; `outgoing`: the node that captures sends the frame."""


class Capture:
    """Captures from its construction on; the socket is bound before any traffic, so nothing is missed."""

    def __init__(self, namespace, interface):
        self.interface, self.frames = interface, []
        self._socket = packet_socket(namespace, interface, ignore_outgoing=False)
        self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self._socket.setblocking(False)
        self._stop, self._failed = threading.Event(), None
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    def _take(self):
        try:
            self._take_all()
        except OSError as problem:
            self._failed = problem

    def _take_all(self):
        while True:
            ready, _, _ = select.select([self._socket], [], [], 0.05)
            if not ready and self._stop.is_set():
                return
            while ready:
                try:
                    data, ancillary, _, address = self._socket.recvmsg(70000, 64)
                except BlockingIOError:
                    break
                stamp = next(struct.unpack("qq", d[:16]) for level, kind, d in ancillary if kind == SO_TIMESTAMPNS)
                self.frames.append(Frame(stamp[0] * 10**9 + stamp[1], address[2] == PACKET_OUTGOING, data))

    def end(self):
        self._stop.set()
        self._thread.join()

    def stop(self):
        """The frames. What the kernel has seen is taken before; a frame dropped for want of room is an error."""
        self.end()
        if self._failed:
            raise self._failed
        _, drops = struct.unpack("II", self._socket.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))
        self._socket.close()
        if drops:
            raise RuntimeError(f"{self.interface}: {drops} frames lost while capturing")
        return sorted(self.frames, key=lambda f: f.time)


LINKS = {"ethernet": 1, "raw": 101, "sll": 113, "sll2": 276, "null": 0}


def as_link(kind, frame):
    """The bytes that a capture of another link type holds of an Ethernet frame; None if it would not hold it."""
    data, protocol = frame.data, frame.data[12:14]
    way = 4 if frame.outgoing else 0
    if kind == "ethernet":
        return data
    if protocol not in (b"\x08\x00", b"\x86\xdd") and kind in ("raw", "null"):
        return None
    if kind == "raw":
        return data[14:]
    if kind == "null":
        return struct.pack("<I", 2 if protocol == b"\x08\x00" else 30) + data[14:]
    if kind == "sll":
        return struct.pack("!HHH6s2s2s", way, 1, 6, data[6:12], b"\0\0", protocol) + data[14:]
    return struct.pack("!2sHIHBB6s2s", protocol, 0, 2, 1, way, 6, data[6:12], b"\0\0") + data[14:]


def write(path, frames, kind="pcap", link="ethernet", snap=None):
    """kind: pcap (µs), pcap-ns, pcapng (ns); a name that ends in .gz is compressed."""
    snap = snap or 262144
    rows = [(f.time, as_link(link, f)) for f in frames]
    out = bytearray()
    if kind == "pcapng":
        out += block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1))
        out += block(1, struct.pack("<HHI", LINKS[link], 0, snap) + struct.pack("<HHB3x", 9, 1, 9) + struct.pack("<HH", 0, 0))
        for stamp, data in rows:
            kept = data[:snap]
            out += block(6, struct.pack("<IIIII", 0, stamp >> 32, stamp & 0xFFFFFFFF, len(kept), len(data)) + kept + b"\0" * (-len(kept) % 4))
    else:
        unit = 1 if kind == "pcap-ns" else 1000
        out += struct.pack("<IHHiIII", 0xA1B23C4D if unit == 1 else 0xA1B2C3D4, 2, 4, 0, 0, snap, LINKS[link])
        for stamp, data in rows:
            out += struct.pack("<IIII", stamp // 10**9, stamp % 10**9 // unit, min(snap, len(data)), len(data)) + data[:snap]
    with gzip.open(path, "wb") if str(path).endswith(".gz") else open(path, "wb") as file:
        file.write(out)


def block(kind, body):
    return struct.pack("<II", kind, len(body) + 12) + body + struct.pack("<I", len(body) + 12)
