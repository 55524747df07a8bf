package org.resetscope.core.internal.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Sender;

/** Whose log a line comes from, by whom it names: a host names its peer. */
final class LogPlace {

    /** The kernel's tracepoints have the host's own address as source, whatever the way of the reset. */
    private static final Pattern KERNEL = Pattern.compile("tcp_(?:send|receive)_reset:.*?\\bsrc=(\\S{1,60})");
    /** As netfilter's LOG target and conntrack write a packet. */
    private static final Pattern PACKET = Pattern.compile("\\b(?:SRC|src)=\\S+ .*?\\b(?:DST|dst)=");

    private LogPlace() {
    }

    static Sender of(String message, List<Mention> mentions, Flow flow) {
        Matcher kernel = KERNEL.matcher(message);
        if (kernel.find()) {
            return kernel.group(1).equals(flow.client().toString()) ? Sender.CLIENT : Sender.SERVER;
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
