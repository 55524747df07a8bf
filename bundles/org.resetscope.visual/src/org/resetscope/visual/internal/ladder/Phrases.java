package org.resetscope.visual.internal.ladder;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowPacket.Skipped;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.visual.internal.paper.Say;

/** How the ladder words things. */
final class Phrases {

    private static final String[] FLAGS = { "SYN", "FIN", "RST", "PSH", "ACK", "URG", "ECE", "CWR" };
    private static final int[] BITS = { TcpPacket.SYN, TcpPacket.FIN, TcpPacket.RST, TcpPacket.PSH, TcpPacket.ACK, TcpPacket.URG,
            TcpPacket.ECE, TcpPacket.CWR };

    private Phrases() {
    }

    static String flags(int flags) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FLAGS.length; i++) {
            if ((flags & BITS[i]) != 0) {
                names.add(FLAGS[i]);
            }
        }
        return names.isEmpty() ? "no flags" : String.join(" ", names);
    }

    /** seq, ack and length as they stand beside the flags. */
    static String numbers(FlowPacket p) {
        return "seq " + signed(p.seq()) + (p.has(TcpPacket.ACK) ? ", ack " + signed(p.ack()) : "") + (p.payloadLength() > 0 ? ", len " + p.payloadLength() : "");
    }

    private static String signed(long number) {
        return number < 0 ? "\u2212" + -number : Long.toString(number);
    }

    /** Before the reset with a minus sign, after it with a plus sign; seconds with milliseconds, to tell packets of a burst apart. */
    static String offset(long nanos) {
        if (nanos == 0) {
            return "0";
        }
        long size = Math.abs(nanos);
        boolean seconds = size >= 1_000_000_000L && size < 600_000_000_000L;
        return (nanos < 0 ? "\u2212" : "+") + (seconds ? String.format(Locale.ROOT, "%.3f s", size / 1e9) : Durations.text(size));
    }

    static String fold(Row.Fold fold) {
        Skipped folded = fold.packets();
        if (folded.packets() == 0) {
            return "more segments may follow";
        }
        if (fold.resets()) {
            return Say.count(folded.packets(), "more reset");
        }
        String again = folded.again() == 0 ? "" : ", " + Say.number(folded.again()) + " sent again";
        return Say.count(folded.packets(), "segment") + bytes(folded) + again;
    }

    private static String bytes(Skipped folded) {
        if (folded.clientBytes() == 0 && folded.serverBytes() == 0) {
            return ", no data";
        }
        if (folded.clientBytes() == 0 || folded.serverBytes() == 0) {
            return ", " + Say.number(Math.max(folded.clientBytes(), folded.serverBytes())) + " bytes from the " + (folded.serverBytes() == 0 ? "client" : "server");
        }
        return ", " + Say.number(folded.clientBytes()) + " bytes from the client, " + Say.number(folded.serverBytes()) + " from the server";
    }

    static String silence(long nanos) {
        return Durations.text(nanos) + " of silence";
    }

    static List<String> marks(FlowPacket p) {
        List<String> words = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            if (p.has(mark)) {
                words.add(switch (mark) {
                    case RETRANSMISSION -> "retransmission";
                    case OUT_OF_ORDER -> "out of order, fills a gap";
                    case HOLE_BEFORE -> "gap before it";
                    case DUPLICATE -> "captured twice";
                    case KEEP_ALIVE -> "keep-alive";
                    case ZERO_WINDOW -> "zero window";
                });
            }
        }
        return words;
    }

    /** Who built a reset: client, server, device; a question mark where undecided. */
    static String sender(Reset reset) {
        return switch (reset.verdict().sender()) {
            case CLIENT -> "client";
            case SERVER -> "server";
            case INTERMEDIARY -> "device";
            case UNDETERMINED -> "sender undecided";
        };
    }

    /** Of a reset whose sender is another than its source address says. */
    static String name(Reset reset) {
        return reset.verdict().sender() == reset.claimedSender() ? ""
                : "in the " + (reset.claimedSender() == Sender.CLIENT ? "client" : "server") + "\u2019s name";
    }

    static String time(Timestamp time) {
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                .format(Instant.ofEpochSecond(Math.floorDiv(time.nanos(), 1_000_000_000L)).atOffset(ZoneOffset.UTC));
        String seconds = time.toString();
        int point = seconds.indexOf('.');
        return text + (point < 0 ? "" : seconds.substring(point)) + " UTC";
    }

    /** A packet in words. */
    static String sentence(FlowPacket p, long offset) {
        String when = offset == 0 ? "at the time of the reset"
                : Durations.text(Math.abs(offset)) + (offset < 0 ? " before" : " after") + " the reset";
        StringBuilder text = new StringBuilder("Frame ").append(p.frame().frame()).append(", ").append(when)
                .append(p.fromClient() ? ": client to server, " : ": server to client, ").append(flags(p.flags())).append(", seq ")
                .append(p.seq());
        if (p.has(TcpPacket.ACK)) {
            text.append(", ack ").append(p.ack());
        }
        text.append(p.payloadLength() == 0 ? ", no data" : ", " + Say.number(p.payloadLength()) + " bytes");
        if (p.window() >= 0) {
            text.append(", window ").append(p.window());
        }
        text.append(", TTL ").append(p.ttl()).append(" (raw seq ").append(p.rawSeq());
        if (p.has(TcpPacket.ACK)) {
            text.append(", raw ack ").append(p.rawAck());
        }
        text.append(").");
        marks(p).forEach(mark -> text.append(' ').append(Say.capital(mark)).append('.'));
        return text.toString();
    }
}
