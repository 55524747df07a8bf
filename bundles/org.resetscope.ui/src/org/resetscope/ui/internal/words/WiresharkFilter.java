package org.resetscope.ui.internal.words;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;

/** Display filters for Wireshark that show the connections of resets. */
public final class WiresharkFilter {

    private WiresharkFilter() {
    }

    public static String of(Collection<Reset> resets) {
        Set<String> flows = new LinkedHashSet<>();
        resets.forEach(reset -> flows.add(of(reset.flow())));
        return flows.size() == 1 ? flows.iterator().next() : flows.stream().map(f -> "(" + f + ")").collect(Collectors.joining(" || "));
    }

    private static String of(Flow flow) {
        return ip(flow) + ".addr == " + flow.client().address() + " && " + ip(flow) + ".addr == " + flow.server().address() + ports(flow);
    }

    private static String ip(Flow flow) {
        Endpoint client = flow.client();
        return client.address().indexOf(':') >= 0 ? "ipv6" : "ip";
    }

    private static String ports(Flow flow) {
        return " && tcp.port == " + flow.client().port() + " && tcp.port == " + flow.server().port();
    }
}
