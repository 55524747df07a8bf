"""Network namespaces from Python: enter, run, set."""
import contextlib
import ctypes
import fcntl
import os
import socket
import struct
import subprocess
import time

CLONE_NEWNET = 0x40000000
SIOCETHTOOL = 0x8946
SIOCGIFFLAGS, IFF_RUNNING = 0x8913, 0x40
# ETHTOOL_SRXCSUM, STXCSUM, SSG, STSO, SGSO, SGRO: off, so that each captured frame is one segment with its checksum
OFFLOADS = (0x15, 0x17, 0x19, 0x1F, 0x24, 0x2C)
libc = ctypes.CDLL(None, use_errno=True)


@contextlib.contextmanager
def inside(namespace):
    """Moves the calling thread into a named namespace; sockets made there stay there."""
    home, there = os.open("/proc/thread-self/ns/net", os.O_RDONLY), os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    try:
        enter(there)
        yield
    finally:
        enter(home)
        os.close(home)
        os.close(there)


def enter(descriptor):
    if libc.setns(descriptor, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


def run(*command, text=None, check=True):
    """Runs a command and returns its standard output; a failure shows what it said."""
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if check and done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def batch(namespace, lines):
    """Several `ip` commands in a namespace at once."""
    run("ip", "-n", namespace, "-batch", "-", text="\n".join(lines) + "\n")


def sysctl(namespace, settings):
    with inside(namespace):
        for key, value in settings.items():
            with open("/proc/sys/" + key.replace(".", "/"), "w") as file:
                file.write(str(value))


def without_offloads(namespace, interfaces):
    with inside(namespace), socket.socket() as control:
        for interface in interfaces:
            for command in OFFLOADS:
                value = ctypes.create_string_buffer(struct.pack("II", command, 0))
                with contextlib.suppress(OSError):
                    fcntl.ioctl(control, SIOCETHTOOL, struct.pack("16sP", interface.encode(), ctypes.addressof(value)))


def wait_until_running(namespace, interfaces):
    """The kernel tells of a new link's carrier up to a second late; IPv6 sends nothing before."""
    deadline = time.monotonic() + 5
    with inside(namespace), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for interface in interfaces:
            while not struct.unpack("16xh", fcntl.ioctl(control, SIOCGIFFLAGS, struct.pack("16s16x", interface.encode()))[:18])[0] & IFF_RUNNING:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"{namespace}: {interface} does not come up")
                time.sleep(0.01)


def available():
    """None when namespaces can be made here with all that the lab needs; else what is missing."""
    missing = [tool for tool in ("ip", "iptables", "ip6tables", "nft", "conntrack", "ss") if not any(
        os.access(os.path.join(d, tool), os.X_OK) for d in (os.environ.get("PATH", "") + ":/usr/sbin:/sbin").split(":"))]
    if missing:
        return "not installed: " + ", ".join(missing)
    name = f"rs{os.getpid()}-probe"
    try:
        run("ip", "netns", "add", name)
    except (RuntimeError, OSError) as problem:
        return f"network namespaces may not be created here: {problem}"
    try:
        run("ip", "netns", "exec", name, "iptables", "-A", "FORWARD", "-m", "conntrack", "--ctstate", "INVALID",
            "-p", "tcp", "-j", "REJECT", "--reject-with", "tcp-reset")
        return None
    except RuntimeError as problem:
        return f"this kernel lacks what the firewall needs: {problem}"
    finally:
        run("ip", "netns", "del", name, check=False)
