package org.resetscope.firewall.internal.nft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Source;

/** A table while it is read. */
final class NftTable {

    private final String family;
    private final String name;
    private final Map<String, NftChain> chains = new LinkedHashMap<>();
    private final Map<String, NftSet> sets = new LinkedHashMap<>();
    private final Language language;
    private boolean dormant;
    private Source end;

    /** @param language of the text that says it */
    NftTable(String family, String name, Language language) {
        this.language = language;
        this.family = family;
        this.name = name;
    }

    String family() {
        return family;
    }

    String name() {
        return name;
    }

    Language language() {
        return language;
    }

    /** As reports name it. */
    String title() {
        return family + " " + name;
    }

    /** The families whose packets it sees, of those that the model has. */
    List<Family> families() {
        return switch (family) {
            case "ip" -> List.of(Family.IPV4);
            case "ip6" -> List.of(Family.IPV6);
            case "inet", "netdev" -> List.of(Family.IPV4, Family.IPV6);
            default -> List.of();
        };
    }

    NftChain chain(String chain) {
        return chains.computeIfAbsent(chain, NftChain::new);
    }

    NftSet set(String set) {
        return sets.computeIfAbsent(set, NftSet::new);
    }

    Map<String, NftChain> chains() {
        return chains;
    }

    Map<String, NftSet> sets() {
        return sets;
    }

    /** Whether the kernel calls none of its chains. */
    boolean dormant() {
        return dormant;
    }

    void setDormant() {
        dormant = true;
    }

    Source end() {
        return end;
    }

    void end(Source place) {
        end = place;
    }
}
