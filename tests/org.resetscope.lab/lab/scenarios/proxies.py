"""A proxy or load balancer on the router: an endpoint of its own flows, whose resets are its fault all the same."""
import shutil
import subprocess
import tempfile
import time

from ..registry import scenario
from .endpoints import quiet


class Proxy:
    """Serves one client: accepts on the router, connects to the server, carries bytes. The scenario tells how it ends."""

    def __init__(self, lab, port, upstream):
        self.lab, self.upstream = lab, upstream
        self.address = lab.net.router_lan
        self._listening = lab.listen(port, node="r")

    def accept(self):
        self.front = self.lab.keep(self._listening.accept()[0])
        self.front.settimeout(15)
        return self.front

    def connect(self):
        self.back = self.lab.connect(self.upstream, node="r")
        return self.back

    def session(self, port):
        """(client's socket, server's socket) joined by the proxy, with some talk carried."""
        listening = self.lab.listen(self.upstream)
        c = self.lab.connect(port, self.address)
        self.accept()
        self.connect()
        s = self.lab.keep(listening.accept()[0])
        for _ in range(self.lab.draw.randint(1, 3)):
            request, reply = self.lab.draw.data(), self.lab.draw.data()
            self.lab.say(c, self.front, request)
            self.lab.say(self.back, s, request)
            self.lab.say(s, self.back, reply)
            self.lab.say(self.front, c, reply)
        self._active = time.monotonic()
        self.lab.wait()
        return c, s

    def idle(self, seconds):
        """Waits until nothing has passed for so long, as its time-out does."""
        time.sleep(max(0, self._active + seconds - time.monotonic()))


@scenario("proxy-upstream-refused", ci=True, terminates=True, variants={"v6": {"ipv6": True}})
def upstream_refused(lab):
    port, inner = lab.draw.port(), lab.draw.port()
    proxy = Proxy(lab, port, inner)
    lab.expect(inner, "server", "closed-port", "The proxy's server has no listener.", repeat=True)
    lab.expect(port, "server", "proxy-upstream-failure", "The proxy ended the client's connection because its own to the server was refused.", repeat=True)
    c = lab.connect(port, proxy.address)
    front = proxy.accept()
    lab.leave_unread(c, front)
    unread = lab.draw.chance(0.5)
    if not unread:
        front.recv(65536)
    try:
        proxy.connect()
    except OSError as problem:
        lab.observations["upstream"] = str(problem)
    if unread:
        front.close()
    else:
        lab.abort(front)
    lab.wait(0.1)


@scenario("proxy-upstream-reset", terminates=True, variants={"v6": {"ipv6": True}, "clock": {"disturbed": "clock"}})
def upstream_reset(lab):
    port, inner = lab.draw.port(), lab.draw.port()
    proxy = Proxy(lab, port, inner)
    c, s = proxy.session(port)
    lab.expect(inner, "server", "abortive-close", "The application of the proxy's server closed with SO_LINGER 0.")
    lab.expect(port, "server", "proxy-upstream-failure", "The proxy ended the client's connection because its own to the server was reset.", repeat=True)
    request = lab.draw.data(20)
    lab.say(c, proxy.front, request)
    lab.say(proxy.back, s, request)
    lab.pause(0, 0.2)
    lab.abort(s)
    try:
        proxy.back.recv(1)
    except OSError as problem:
        lab.observations["upstream"] = str(problem)
    lab.abort(proxy.front)
    lab.wait(0.1)


@scenario("lb-idle", terminates=True, variants={"v6": {"ipv6": True}, "shift": {"disturbed": "clock"}})
def lb_idle(lab):
    """The idle time-out of the load balancer, which resets both sides."""
    port, inner = lab.draw.port(), lab.draw.port()
    proxy = Proxy(lab, port, inner)
    proxy.session(port)
    why = "The load balancer gave up the idle session after its own time-out and resets this side."
    lab.expect(port, "server", "lb-idle-timeout", why)
    lab.expect(inner, "client", "lb-idle-timeout", why)
    proxy.idle(lab.draw.randint(2, 5))
    lab.abort(proxy.front)
    lab.abort(proxy.back)
    lab.wait(0.1)


@scenario("lb-idle-late-data", terminates=True, variants={"v6": {"ipv6": True}})
def lb_idle_late_data(lab):
    """The load balancer closes with FIN; the client, which has not noticed, speaks on."""
    port, inner = lab.draw.port(), lab.draw.port()
    proxy = Proxy(lab, port, inner)
    c, s = proxy.session(port)
    lab.quiet(inner)
    lab.expect(port, "server", "lb-idle-timeout-late-data", "The load balancer had closed the idle session; later data met no socket on it.", repeat=True)
    proxy.idle(lab.draw.randint(2, 4))
    proxy.back.close()
    proxy.front.close()
    lab.wait(0.1)
    s.close()
    lab.wait(lab.draw.uniform(0.1, 1))
    c.sendall(lab.draw.data(1, 1000))
    lab.wait(0.1)


@scenario("lb-stray-answer", terminates=True)
def lb_stray_answer(lab):
    """The server speaks on a connection that the load balancer keeps idle for later use."""
    port, inner = lab.draw.port(), lab.draw.port()
    proxy = Proxy(lab, port, inner)
    c, s = proxy.session(port)
    lab.quiet(port)
    lab.expect(inner, "client", "lb-unexpected-server-data", "Data came on a pooled connection outside a request; the load balancer aborted it.")
    lab.wait(lab.draw.uniform(0.5, 2))
    s.sendall(lab.draw.data(10, 500))
    lab.wait()
    proxy.back.close()
    lab.wait(0.1)


HAPROXY = """
defaults
  mode tcp
  timeout connect 2s
  timeout client {client}ms
  timeout server {server}ms
  retries 0
  {nolinger}
listen one
  bind {address}:{port}
  server s {server_address}:{inner}
"""


@scenario("haproxy-idle", terminates=True)
def haproxy_idle(lab):
    """A real one, where it is installed: idle time-outs of both sides, with or without nolinger."""
    port, inner, seconds = lab.draw.port(), lab.draw.port(), lab.draw.randint(1, 3)
    program = shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin:/usr/bin")
    if not program:
        lab.background(quiet(lab))
        lab.observations["skipped"] = "haproxy is not installed"
        return
    address = f"[{lab.net.router_lan}]" if lab.net.ipv6 else lab.net.router_lan
    server = f"[{lab.net.server}]" if lab.net.ipv6 else lab.net.server
    text = HAPROXY.format(client=seconds * 1000, server=seconds * 1000, address=address, port=port, server_address=server, inner=inner,
                          nolinger="option nolinger")
    with tempfile.NamedTemporaryFile("w", suffix=".cfg") as file:
        file.write(text)
        file.flush()
        lab.config.append({"node": "r", "time": time.time(), "command": "haproxy: " + " ".join(text.split())})
        running = subprocess.Popen(["ip", "netns", "exec", lab.net.ns("r"), program, "-db", "-q", "-f", file.name])
        try:
            listening = lab.listen(inner)
            for _ in range(50):
                time.sleep(0.1)
                if str(port) in lab.run("r", "ss", "-Hltn"):
                    break
            c = lab.connect(port, lab.net.router_lan)
            s = lab.keep(listening.accept()[0])
            lab.talk(c, s)
            why = "haproxy gave up the idle session after its own time-out (nolinger)."
            lab.expect(port, "server", "lb-idle-timeout", why, repeat=True)
            lab.expect(inner, "client", "lb-idle-timeout", why, repeat=True)
            lab.wait(seconds + 1)
        finally:
            running.terminate()
            running.wait()
