package org.resetscope.firewall.internal.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Table;

/** The texts that rules look for in payloads (iptables' module string), and whether a payload has them. */
final class Contents {

    private static final String MODULE = "string ";
    private static final String TEXT = "--string ";
    /** Bits of a long. */
    private static final int MOST = 64;

    /**
     * Which of the texts a payload holds, a bit for each.
     *
     * @param known for which that is known: all of them unless the capture has the payload's start only
     */
    record Found(long holds, long known) {
        static final Found NOTHING = new Found(0, -1);
    }

    private record Text(byte[] bytes, boolean anyCase) {
    }

    private final Map<String, Integer> bits = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();

    Contents(Ruleset rules) {
        TreeSet<String> keys = new TreeSet<>();
        for (Table table : rules.tables()) {
            for (Chain chain : table.chains().values()) {
                for (Rule rule : chain.rules()) {
                    for (Atom atom : rule.atoms()) {
                        if (atom instanceof Atom.Opaque opaque && opaque.kind() == Atom.Kind.CONTENT && opaque.key().startsWith(MODULE)) {
                            keys.add(opaque.key());
                        }
                    }
                }
            }
        }
        keys.forEach(this::add);
    }

    private void add(String key) {
        int at = key.indexOf(TEXT);
        if (at < 0 || key.contains("--from") || key.contains("--to ") || key.contains("!") || texts.size() >= MOST) {
            return; // stays open
        }
        int start = at + TEXT.length();
        int end = key.indexOf(" --", start);
        bits.put(key, texts.size());
        texts.add(new Text(key.substring(start, end < 0 ? key.length() : end).getBytes(StandardCharsets.UTF_8), key.contains("--icase")));
    }

    Found find(TcpPacket p) {
        if (texts.isEmpty() || p.payloadLength == 0) {
            return Found.NOTHING;
        }
        long holds = 0;
        for (int i = 0; i < texts.size(); i++) {
            holds |= holds(p, texts.get(i)) ? 1L << i : 0;
        }
        return new Found(holds, p.payloadCaptured >= p.payloadLength ? -1 : holds);
    }

    private static boolean holds(TcpPacket p, Text text) {
        ByteBuffer buffer = p.buffer;
        int last = p.payloadOffset + p.payloadCaptured - text.bytes.length;
        for (int at = p.payloadOffset; at <= last; at++) {
            int i = 0;
            while (i < text.bytes.length && same(buffer.get(at + i), text.bytes[i], text.anyCase)) {
                i++;
            }
            if (i == text.bytes.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(byte a, byte b, boolean anyCase) {
        return a == b || anyCase && Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    /** Whether what was assumed of a payload can be so. */
    boolean possible(Map<String, Boolean> assumed, Found found) {
        return assumed.entrySet().stream().allMatch(e -> {
            Boolean answer = answer(e.getKey(), found);
            return answer == null || answer.equals(e.getValue());
        });
    }

    /** Whether it is about a payload, and known. */
    boolean knows(String key, Found found) {
        return answer(key, found) != null;
    }

    private Boolean answer(String key, Found found) {
        Integer bit = bits.get(key);
        return bit == null || (found.known >>> bit & 1) == 0 ? null : Boolean.valueOf((found.holds >>> bit & 1) != 0);
    }
}
