package org.resetscope.core.internal.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Sender;

/** Whose log a line comes from, by whom it names: a host names its peer. */
final class LogPlace {

    // all are bounded: lines are hostile, and long ones are looked at for many resets
    /** The kernel's tracepoints have the host's own address as source, whatever the way of the reset. */
    private static final Pattern KERNEL = Pattern.compile("tcp_(?:send|receive)_reset:.{0,200}?\\bsrc=(\\S{1,60})");
    private static final Pattern KERNEL_PARTS = Pattern.compile("tcp_receive_reset:.{0,80}?\\bsport=(\\d{1,5}) .{0,80}?\\bsaddr=(\\S{1,60})"
            + "(?: .{0,80}?\\bsaddrv6=(\\S{1,60}))?");
    /** As netfilter's LOG target and conntrack write a packet. */
    private static final Pattern PACKET = Pattern.compile("\\b(?:SRC|src)=\\S{1,60} .{0,200}?\\b(?:DST|dst)=");

    private LogPlace() {
    }

    static Sender of(String message, List<Mention> mentions, Flow flow) {
        Matcher kernel = KERNEL.matcher(message);
        if (kernel.find()) {
            return kernel.group(1).equals(flow.client().toString()) ? Sender.CLIENT : Sender.SERVER;
        }
        Matcher parts = KERNEL_PARTS.matcher(message);
        if (parts.find()) {
            Endpoint client = flow.client();
            boolean same = parts.group(1).equals(Integer.toString(client.port()))
                    && (parts.group(2).equals(client.address()) || client.address().equals(parts.group(3)));
            return same ? Sender.CLIENT : Sender.SERVER;
        }
        if (PACKET.matcher(message).find()) {
            return Sender.INTERMEDIARY;
        }
        return mentions.stream().anyMatch(m -> names(m, flow.client())) ? Sender.SERVER : Sender.CLIENT;
    }

    private static boolean names(Mention mention, Endpoint end) {
        return mention.address().equals(end.address()) && (mention.port() < 0 || mention.port() == end.port());
    }
}
