"""A link in user space: forwards frames between two interfaces with a delay, and lets a scenario lose, hold, double or forge them."""
import heapq
import itertools
import os
import select
import socket
import threading
import time

from . import namespaces
from .packet import frame as ethernet

ETH_P_ALL, SOL_PACKET, PACKET_IGNORE_OUTGOING, SO_RCVBUFFORCE = 3, 263, 23, 33


def packet_socket(namespace, interface, ignore_outgoing=True):
    """A packet socket of one interface that sees every frame from now on."""
    with namespaces.inside(namespace):
        s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        if ignore_outgoing:
            s.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
        try:
            s.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 32 << 20)
        except PermissionError:  # in a user's namespace; what the system grants must do
            s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 << 20)
        s.bind((interface, ETH_P_ALL))
    return s


class Wire:
    """`rule(frame, toward)` may be set: it is asked for each frame, `toward` being "client" or "server", and answers None to forward
    it as usual, or a list of (delay in seconds, toward, frame) that replaces it. `cut` loses everything."""

    def __init__(self, namespace, first, second, delay):
        self.delay, self.rule, self.cut = delay, None, False
        self._ends = {"server": packet_socket(namespace, second), "client": packet_socket(namespace, first)}
        self._queue, self._order, self._lock = [], itertools.count(), threading.Lock()
        self._wake, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._forward, daemon=True)
        self._thread.start()

    def send(self, frame, toward, delay=0.0):
        """Puts a frame on the wire."""
        with self._lock:
            heapq.heappush(self._queue, (time.monotonic() + delay, next(self._order), toward, frame))
        os.write(self._waker, b".")

    def _forward(self):
        toward_of = {self._ends["client"]: "server", self._ends["server"]: "client"}
        while True:
            with self._lock:
                due = self._queue[0][0] - time.monotonic() if self._queue else 1
            ready, _, _ = select.select([*toward_of, self._wake], [], [], max(0, due))
            if self._wake in ready and b"!" in os.read(self._wake, 4096):
                return
            for end in ready:
                if end is not self._wake and end != self._wake:
                    self._take(end.recv(70000), toward_of[end])
            now = time.monotonic()
            with self._lock:
                going = []
                while self._queue and self._queue[0][0] <= now:
                    going.append(heapq.heappop(self._queue))
            for _, _, toward, frame in going:
                if not self.cut:
                    self._put(toward, frame)

    def _take(self, frame, toward):
        if self.cut:
            return
        out = self.rule(frame, toward) if self.rule else None
        for delay, way, what in [(self.delay, toward, frame)] if out is None else out:
            with self._lock:
                heapq.heappush(self._queue, (time.monotonic() + delay, next(self._order), way, what))

    def _put(self, toward, frame):
        try:
            self._ends[toward].send(frame)
        except OSError:  # the interface is down, as when a router reboots: the frame is lost
            pass

    def close(self):
        os.write(self._waker, b"!")
        self._thread.join()
        for end in self._ends.values():
            end.close()


def spoof(like, packet, reverse):
    """A frame with a forged packet in the way of the frame `like`, or against it."""
    return ethernet(packet, like[6:12], like[:6]) if reverse else ethernet(packet, like[:6], like[6:12])
