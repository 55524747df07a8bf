"""Network namespaces from Python: enter, run, set."""
import contextlib
import ctypes
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import time

CLONE_NEWNET = 0x40000000
SIOCETHTOOL = 0x8946
SIOCGIFFLAGS, IFF_RUNNING, SIOCGIFHWADDR = 0x8913, 0x40, 0x8927
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


def hardware_address(namespace, interface):
    with inside(namespace), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        return fcntl.ioctl(control, SIOCGIFHWADDR, struct.pack("16s24x", interface.encode()))[18:24]


def wait_until_running(namespace, interfaces):
    """The kernel tells of a new link's carrier up to a second late; IPv6 sends nothing before."""
    deadline = time.monotonic() + 5
    with inside(namespace), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for interface in interfaces:
            while not struct.unpack("16xh", fcntl.ioctl(control, SIOCGIFFLAGS, struct.pack("16s16x", interface.encode()))[:18])[0] & IFF_RUNNING:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"{namespace}: {interface} does not come up")
                time.sleep(0.01)


def missing_tools():
    """None, or which of the programs that the lab calls are not installed."""
    os.environ["PATH"] = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    missing = [tool for tool in ("ip", "ss", "iptables", "ip6tables", "nft", "conntrack", "unshare") if not shutil.which(tool)]
    return "not installed: " + ", ".join(missing) if missing else None


def withdraw():
    """Goes on as the same program in network and mount namespaces of its own, so that nothing is left when it ends, however it ends.
    Returns only there, with None, or where that is not allowed, with the reason."""
    if os.environ.get("RESETSCOPE_LAB") == "1":
        return None
    flags = ["--net", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    shell = ["unshare", *flags, "sh", "-c", 'mount -t tmpfs tmpfs /run && exec "$@"', "sh"]
    try:
        run(*shell, "true")
    except RuntimeError as problem:
        return f"namespaces may not be created: {problem}"
    os.environ["RESETSCOPE_LAB"] = "1"
    os.execvp("unshare", [*shell, sys.executable, *sys.argv])


def missing_kernel():
    """None, or what the kernel lacks; names are resolved by the kernel when it loads a module, so this is tried and not looked up."""
    name = "probe"
    try:
        run("ip", "netns", "add", name)
        for tool in ("iptables", "ip6tables"):
            run("ip", "netns", "exec", name, tool, "-A", "FORWARD", "-p", "tcp", "-m", "conntrack", "--ctstate", "INVALID",
                "-j", "REJECT", "--reject-with", "tcp-reset")
        run("ip", "netns", "exec", name, "iptables", "-A", "FORWARD", "-p", "tcp", "-m", "string", "--algo", "bm", "--string", "x", "-j", "DROP")
        run("ip", "netns", "exec", name, "iptables", "-t", "nat", "-A", "POSTROUTING", "-p", "tcp", "-j", "MASQUERADE", "--random-fully")
        run("ip", "netns", "exec", name, "nft", "add table inet t; add chain inet t c { type filter hook input priority 0; }; "
            "add rule inet t c tcp dport 1 reject with tcp reset")
        run("ip", "netns", "exec", name, "conntrack", "-F")
        return None
    except (RuntimeError, OSError) as problem:
        return f"this kernel or its rights do not do what the router needs: {problem}"
    finally:
        run("ip", "netns", "del", name, check=False)
