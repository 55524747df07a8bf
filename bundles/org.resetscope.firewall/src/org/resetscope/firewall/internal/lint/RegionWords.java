package org.resetscope.firewall.internal.lint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.model.AddressWords;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.IntervalSet;

/** Says which packets a region means, as far as that is short enough to read. */
final class RegionWords {

    private static final int MOST_PIECES = 3;

    private RegionWords() {
    }

    /** @return such as " to port 80 arriving on eth0"; empty where the region is all of another, or too ragged for words */
    static String of(Region region, Region all) {
        StringBuilder words = new StringBuilder();
        for (Dimension dimension : List.of(Dimension.SOURCE, Dimension.SOURCE_PORT, Dimension.DESTINATION, Dimension.DESTINATION_PORT,
                Dimension.IN, Dimension.OUT)) {
            IntervalSet set = region.get(dimension);
            IntervalSet rest = all.get(dimension).minus(set);
            if (!rest.isEmpty()) {
                if (set.size() <= MOST_PIECES && set.size() <= rest.size()) {
                    words.append(' ').append(word(dimension)).append(' ').append(values(dimension, set, all));
                } else if (rest.size() <= MOST_PIECES) {
                    words.append(' ').append(word(dimension)).append(" other than ").append(values(dimension, rest, all));
                }
            }
        }
        return words.toString();
    }

    private static String word(Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> "from";
            case SOURCE_PORT -> "from port";
            case DESTINATION -> "to";
            case DESTINATION_PORT -> "to port";
            case IN -> "arriving on";
            case OUT -> "leaving by";
            case PROTOCOL -> "of protocol";
        };
    }

    private static String values(Dimension dimension, IntervalSet set, Region all) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            BigInteger[] ends = set.interval(i);
            parts.add(switch (dimension) {
                case IN, OUT -> Interfaces.name(ends[0]) + (ends[0].equals(ends[1]) ? "" : "+");
                case SOURCE, DESTINATION -> AddressWords.of(ends[0], ends[1], bits(all));
                default -> ends[0] + (ends[0].equals(ends[1]) ? "" : "-" + ends[1]);
            });
        }
        return String.join(", ", parts);
    }

    /** Of an address. */
    private static int bits(Region all) {
        IntervalSet addresses = all.get(Dimension.SOURCE);
        return addresses.interval(addresses.size() - 1)[1].bitLength() > Family.IPV4.bits() ? Family.IPV6.bits() : Family.IPV4.bits();
    }
}
