package org.resetscope.live;

import java.nio.file.Path;

import org.pcap4j.core.PcapNativeException;
import org.resetscope.live.CaptureFailure.Kind;

import com.sun.jna.Platform;

/** What is in the way of watching an interface, and what to do about it. */
final class Failures {

    /** Of pcap_activate(3PCAP). */
    private static final int NO_SUCH_DEVICE = -5;
    private static final int PERM_DENIED = -8;
    private static final int IFACE_NOT_UP = -9;
    private static final int PROMISC_PERM_DENIED = -11;

    private Failures() {
    }

    static CaptureFailure noLibrary() {
        String remedy = Platform.isWindows() ? "Install Npcap (npcap.com), with \"WinPcap API-compatible mode\"."
                : Platform.isMac() ? "It is part of macOS; a 64-bit Java is needed."
                        : "Install the package libpcap0.8 (Debian, Ubuntu: sudo apt install libpcap0.8) or libpcap (Fedora, SUSE, Alpine, Arch).";
        return new CaptureFailure(Kind.NO_LIBRARY, "Interfaces cannot be watched: the system's capture library, libpcap, is not there. " + remedy);
    }

    static CaptureFailure notPermitted(String device) {
        String remedy = Platform.isWindows() ? "Start ResetScope as administrator, or install Npcap without \"Restrict access to administrators\"."
                : Platform.isMac() ? "Use sudo, or install Wireshark's ChmodBPF, which lets the group access_bpf capture."
                        : "Use sudo; or let tcpdump capture: sudo tcpdump -U -w - -i " + device + " | resetscope live -; or give this Java the"
                                + " capability: " + capability();
        return new CaptureFailure(Kind.NOT_PERMITTED, "You are not permitted to capture on " + device + ". " + remedy);
    }

    /** Of a program with capabilities, Linux loads libraries from the system's own places only: Java's have to become such. */
    private static String capability() {
        Path home = Path.of(System.getProperty("java.home"));
        String java = ProcessHandle.current().info().command().orElse(home.resolve("bin").resolve("java").toString());
        return "echo " + home.resolve("lib") + " | sudo tee /etc/ld.so.conf.d/java.conf; sudo ldconfig; sudo setcap cap_net_raw,cap_net_admin=eip "
                + java;
    }

    static CaptureFailure noSuchInterface(String device) {
        return new CaptureFailure(Kind.NO_SUCH_INTERFACE, "There is no interface " + device + "; 'resetscope live' lists those that there are.");
    }

    static CaptureFailure down(String device) {
        return new CaptureFailure(Kind.DOWN, isDown(device));
    }

    /** A sentence, with the remedy. */
    static String isDown(String device) {
        return "The interface " + device + " is down" + (Platform.isWindows() ? "." : "; switch it on: sudo ip link set " + device + " up.");
    }

    static CaptureFailure badFilter(String filter, String error) {
        return new CaptureFailure(Kind.BAD_FILTER, "'" + filter + "' is no capture filter: " + error
                + ". Filters are those of tcpdump (man pcap-filter): host 10.0.0.1 and tcp port 443.");
    }

    /** Why capturing could not begin. */
    static CaptureFailure of(String device, PcapNativeException cause) {
        return switch (cause.getReturnCode() == null ? 0 : cause.getReturnCode()) {
            case PERM_DENIED, PROMISC_PERM_DENIED -> notPermitted(device);
            case NO_SUCH_DEVICE -> noSuchInterface(device);
            case IFACE_NOT_UP -> down(device);
            default -> new CaptureFailure(Kind.OTHER, device + " cannot be watched: " + reason(cause) + ".");
        };
    }

    /** Why capturing ended. */
    static CaptureFailure ended(String device, PcapNativeException cause) {
        String told = reason(cause);
        boolean down = told.contains("interface disappeared") || told.contains("interface went down") || told.contains("is not up");
        return down ? new CaptureFailure(Kind.DOWN, "The interface " + device + " went down or was removed; what passed until then was used.")
                : new CaptureFailure(Kind.OTHER, device + " cannot be watched any more: " + told + ".");
    }

    /** What libpcap says, without the call in which it says it. */
    static String reason(PcapNativeException cause) {
        return String.valueOf(cause.getMessage()).replaceFirst("^Error occurred[^:]*: ", "");
    }
}
