package org.resetscope.firewall.internal.fix;

import java.util.Locale;

import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Priorities;

/** Which of nft's base chains a remedy belongs into. */
enum BaseChains {
    /** After connection tracking. */
    FILTER("filter", "filter", Priorities.FILTER),
    BEFORE_TRACKING("filter", "raw", Priorities.RAW),
    TRANSLATION("nat", "srcnat", Priorities.SOURCE_NAT);

    final String type;
    final String priority;
    final int number;

    BaseChains(String type, String priority, int number) {
        this.type = type;
        this.priority = priority;
        this.number = number;
    }

    static BaseChains of(Remedy remedy) {
        return remedy.effect() instanceof Effect.NoTrack ? BEFORE_TRACKING : remedy.effect() instanceof Effect.Nat ? TRANSLATION : FILTER;
    }

    boolean fits(BaseChain chain) {
        boolean early = chain.hook().beforeConntrack(chain.priority());
        return switch (this) {
            case FILTER -> !early && !chain.translation();
            case BEFORE_TRACKING -> early;
            case TRANSLATION -> chain.translation();
        };
    }

    /** Of a chain that is made for a hook. */
    String name(Hook hook) {
        return "resetscope_" + (this == FILTER ? "" : priority + "_") + hook.name().toLowerCase(Locale.ROOT);
    }
}
