"""Ethernet, IP and TCP as the lab needs them: read a segment, forge one."""
import collections
import socket
import struct

Segment = collections.namedtuple(
    "Segment", "source destination sport dport seq ack flags window ttl ipid df options payload at length tos")
"""One TCP segment of a frame. `options` are the kinds, `at` the offset of the TCP header, `length` that of the payload."""

FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16
ETHERNET = 14


def segment(frame):
    """The TCP segment of an Ethernet frame; None for anything else, fragments included."""
    kind = frame[12:14]
    if kind == b"\x08\x00" and len(frame) >= 34 and frame[23] == socket.IPPROTO_TCP:
        total, ipid, fragment = struct.unpack("!HHH", frame[16:22])
        if fragment & 0x1FFF:
            return None
        at, end = ETHERNET + (frame[14] & 15) * 4, ETHERNET + total
        source, destination = socket.inet_ntop(socket.AF_INET, frame[26:30]), socket.inet_ntop(socket.AF_INET, frame[30:34])
        ttl, df, tos = frame[22], bool(fragment & 0x4000), frame[15]
    elif kind == b"\x86\xdd" and len(frame) >= 54 and frame[20] == socket.IPPROTO_TCP:
        at, end = ETHERNET + 40, ETHERNET + 40 + struct.unpack("!H", frame[18:20])[0]
        source, destination = socket.inet_ntop(socket.AF_INET6, frame[22:38]), socket.inet_ntop(socket.AF_INET6, frame[38:54])
        ttl, ipid, df, tos = frame[21], None, None, (struct.unpack("!H", frame[14:16])[0] >> 4) & 255
    else:
        return None
    sport, dport, seq, ack, offset, flags, window = struct.unpack("!HHIIBBH", frame[at:at + 16])
    body = at + (offset >> 4) * 4
    return Segment(source, destination, sport, dport, seq, ack, flags, window, ttl, ipid, df,
                   option_kinds(frame[at + 20:body]), bytes(frame[body:end]), at, max(0, end - body), tos)


def option_kinds(data):
    kinds, i = [], 0
    while i < len(data) and data[i]:
        if data[i] == 1:
            i += 1
            continue
        kinds.append(data[i])
        i += max(2, data[i + 1]) if i + 1 < len(data) else 2
    return kinds


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def forge(source, destination, sport, dport, seq, ack, flags, *, window=0, ttl=64, ipid=0, df=True, tos=0, payload=b"", options=b""):
    """An IP packet with a TCP segment."""
    family = socket.AF_INET6 if ":" in source else socket.AF_INET
    a, b = socket.inet_pton(family, source), socket.inet_pton(family, destination)
    tcp = struct.pack("!HHIIBBHHH", sport, dport, seq % 2**32, ack % 2**32, (5 + len(options) // 4) << 4, flags, window, 0, 0)
    tcp += options + payload
    pseudo = a + b + (struct.pack("!BBH", 0, 6, len(tcp)) if family == socket.AF_INET else struct.pack("!II", len(tcp), 6))
    tcp = tcp[:16] + struct.pack("!H", checksum(pseudo + tcp)) + tcp[18:]
    if family == socket.AF_INET6:
        return struct.pack("!IHBB", 6 << 28 | tos << 20, len(tcp), 6, ttl) + a + b + tcp
    head = struct.pack("!BBHHHBBH", 0x45, tos, 20 + len(tcp), ipid % 65536, 0x4000 if df else 0, ttl, 6, 0) + a + b
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + tcp


def frame(packet, destination_mac, source_mac):
    return destination_mac + source_mac + (b"\x86\xdd" if packet[0] >> 4 == 6 else b"\x08\x00") + packet


def letters(flags):
    """Flags as the labels spell them: R, RA, SA, ..."""
    return "".join(letter for bit, letter in ((SYN, "S"), (FIN, "F"), (RST, "R"), (PSH, "P"), (ACK, "A")) if flags & bit)
