package org.resetscope.firewall.internal.evaluate;

import java.util.HashMap;
import java.util.Map;

import org.resetscope.firewall.internal.model.CtState;

/**
 * Packets that met the same rules so far. Immutable.
 *
 * @param state as conntrack calls them at this point: INVALID before conntrack has seen them
 * @param assumed answers to opaque questions that hold for these packets
 * @param exact whether every header of the region really came here; else some may not have
 */
public record Packets(PacketKind kind, CtState state, Region region, Map<String, Boolean> assumed, boolean exact, Path path) {

    /** More answers than this are forgotten, which makes what follows uncertain. */
    private static final int MOST_ASSUMED = 16;

    static Packets of(PacketKind kind, Region region) {
        return new Packets(kind, kind.state(), region, Map.of(), true, Path.START);
    }

    Packets in(CtState newState) {
        return newState == state ? this : new Packets(kind, newState, region, assumed, exact, path);
    }

    Packets at(Region newRegion) {
        return newRegion == region ? this : new Packets(kind, state, newRegion, assumed, exact, path);
    }

    Packets by(Path newPath) {
        return new Packets(kind, state, region, assumed, exact, newPath);
    }

    Packets inexact() {
        return exact ? new Packets(kind, state, region, assumed, false, path) : this;
    }

    Packets assuming(String key, boolean answer) {
        if (assumed.size() >= MOST_ASSUMED) {
            return inexact();
        }
        Map<String, Boolean> more = new HashMap<>(assumed);
        more.put(key, answer);
        return new Packets(kind, state, region, Map.copyOf(more), exact, path);
    }

    /** Without the answers about marks, which have changed. */
    Packets remarked() {
        if (assumed.keySet().stream().noneMatch(Packets::aboutMark)) {
            return this;
        }
        Map<String, Boolean> fewer = new HashMap<>(assumed);
        fewer.keySet().removeIf(Packets::aboutMark);
        return new Packets(kind, state, region, Map.copyOf(fewer), exact, path);
    }

    private static boolean aboutMark(String key) {
        return key.startsWith("mark ");
    }

    /** These and others, as far as one description can hold both. */
    Packets joined(Packets other) {
        Map<String, Boolean> common = new HashMap<>(assumed);
        common.entrySet().removeIf(e -> !e.getValue().equals(other.assumed.get(e.getKey())));
        return new Packets(kind, state, region.hull(other.region), Map.copyOf(common), false, path);
    }

    /** Those of these that others can be, taken as if all of them were; null where there are none. */
    Packets within(Packets others) {
        Region both = region.intersect(others.region);
        if (both == null || !compatible(others)) {
            return null;
        }
        Map<String, Boolean> all = new HashMap<>(others.assumed);
        all.putAll(assumed);
        return new Packets(kind, state, both, Map.copyOf(all), false, path);
    }

    /** Whether a packet can be in both. */
    public boolean compatible(Packets other) {
        return assumed.entrySet().stream().allMatch(e -> {
            Boolean answer = other.assumed.get(e.getKey());
            return answer == null || answer.equals(e.getValue());
        });
    }

    /** Whether all that others have answered is answered here too: that no mark was set in between. */
    boolean knows(Packets others) {
        return assumed.keySet().containsAll(others.assumed.keySet());
    }

    /** Whether nothing was assumed: what happened to them happens to all of them. */
    public boolean certain() {
        return exact && assumed.isEmpty();
    }
}
