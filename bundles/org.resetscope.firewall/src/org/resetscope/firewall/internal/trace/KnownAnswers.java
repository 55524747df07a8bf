package org.resetscope.firewall.internal.trace;

import java.util.Set;
import java.util.TreeSet;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.evaluate.Oracle;
import org.resetscope.firewall.internal.evaluate.Packets;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Hook;

/** Decides every opaque condition for one segment, and keeps what it had to assume. */
final class KnownAnswers implements Oracle {

    private final Network network;
    private final Set<String> assumptions = new TreeSet<>();
    private Segment segment;
    private Tracked tracked = Connections.INVALID;
    private Translation translation;

    KnownAnswers(Network network) {
        this.network = network;
    }

    /** @param newTranslation of the segment's connection; null where it has none */
    void about(Segment newSegment, Tracked newTracked, Translation newTranslation) {
        translation = newTranslation;
        segment = newSegment;
        tracked = newTracked;
    }

    Set<String> assumptions() {
        return assumptions;
    }

    @Override
    public Boolean answer(Atom.Opaque question, Packets packets, Hook hook) {
        return switch (question.kind()) {
            case WITHIN_LIMIT, WITHIN_COUNT -> !segment.over();
            case OVER_LIMIT, OVER_COUNT -> segment.over();
            case CONTENT -> segment.content();
            case LOCAL_DESTINATION -> network.local(segment.tuple().destination());
            case LOCAL_SOURCE -> network.local(segment.tuple().source());
            case TRANSLATED_SOURCE -> translation != null && translation.ofSource();
            case TRANSLATED_DESTINATION -> translation != null && translation.ofDestination();
            case ORIGINAL_DIRECTION -> !tracked.reply();
            case MARK, OTHER -> {
                assumptions.add("'" + question.key().replaceAll(" @@.*", "") + "' is taken not to match");
                yield false;
            }
        };
    }
}
