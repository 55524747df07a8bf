package org.resetscope.firewall.internal.replay;

import java.util.HashMap;
import java.util.Map;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.Transit;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.configuration.TransitRequest;
import org.resetscope.core.model.FrameRef;
import org.resetscope.firewall.internal.model.Ruleset;

/** Captures of both sides, which show what arrives at the firewall, what of it goes on and under which addresses, and what it makes itself. */
public final class NetfilterTransitReplay implements TransitReplay {

    /** It is shown the connections only that were reset. */
    private static final int RECENT = 256;

    private final TransitRequest request;
    private final Firewall firewall;
    private final Map<FrameRef, ReplayAnswer> answers = new HashMap<>();

    /** @param circumstances the settings of the kernel */
    public NetfilterTransitReplay(Ruleset ruleset, Circumstances circumstances, TransitRequest request) {
        this.request = request;
        this.firewall = new Firewall(ruleset, circumstances, false, RECENT);
    }

    @Override
    public void take(Transit transit) {
        Transit.Sighting left = transit.left();
        Transit.Sighting first = transit.first();
        Passing packet = firewall.passing(first.packet(), first.frame(), first.nanos(),
                left == null ? null : new Passing.Onward(left.frame(), Passing.tuple(left.packet())));
        if (transit.arrived() == null && request.resets().test(left.frame())) {
            // not tracked: REJECT gives its answer the entry of what it answers (nf_ct_attach)
            answers.put(left.frame(), firewall.explain(packet));
        } else {
            firewall.see(transit.arrived() == null ? firewall.arrived(packet) : packet);
        }
    }

    @Override
    public ReplayAnswer answer(FrameRef reset) {
        return answers.get(reset);
    }

    @Override
    public String gap() {
        return firewall.gap();
    }
}
