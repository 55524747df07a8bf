package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;

/** A chain while it is read. */
final class NftChain {

    /**
     * A rule as written.
     *
     * @param source its place and text
     */
    record Written(List<NftStatement> statements, Source source) {
    }

    /**
     * Where the kernel calls the chain.
     *
     * @param type filter, nat or route
     * @param devices those whose packets it sees; empty where it sees all
     */
    record Base(String type, Hook hook, int priority, List<String> devices, Source place) {
    }

    private final String name;
    private final List<Written> rules = new ArrayList<>();
    private Base base;
    private Effect policy = new Effect.Accept();
    private Source policyPlace;
    private Source end;

    NftChain(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Written> rules() {
        return rules;
    }

    /** Null where no hook calls it. */
    Base base() {
        return base;
    }

    void base(Base newBase) {
        base = newBase;
    }

    Effect policy() {
        return policy;
    }

    /** Null where the text does not say it. */
    Source policyPlace() {
        return policyPlace;
    }

    void policy(Effect newPolicy, Source place) {
        policy = newPolicy;
        policyPlace = place;
    }

    /** Where another rule can be written; null where the text has no such place. */
    Source end() {
        return end;
    }

    void end(Source place) {
        end = place;
    }
}
