package org.resetscope.core.internal.correlate;

import org.resetscope.core.decode.TcpPacket;

/** A map from addresses and ports that is asked with a packet and allocates nothing for it: open addressing with linear probing. */
final class TupleTable<V> {

    private Tuple[] keys = new Tuple[1024];
    private int[] hashes = new int[1024];
    private Object[] values = new Object[1024];
    private int size;

    /** @return the value of the packet's connection, in either direction, or null */
    @SuppressWarnings("unchecked")
    V get(TcpPacket p, boolean fromLow) {
        int hash = Tuple.hash(p);
        int mask = keys.length - 1;
        for (int at = hash & mask; keys[at] != null; at = at + 1 & mask) {
            if (hashes[at] == hash && keys[at].is(p, fromLow)) {
                return (V) values[at];
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    V get(Tuple key) {
        return (V) values[place(key)];
    }

    /** Adds, or replaces. */
    void put(Tuple key, V value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int at = place(key);
        size += keys[at] == null ? 1 : 0;
        keys[at] = key;
        hashes[at] = key.hashCode();
        values[at] = value;
    }

    private int place(Tuple key) {
        int mask = keys.length - 1;
        int at = key.hashCode() & mask;
        while (keys[at] != null && !keys[at].equals(key)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        Tuple[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new Tuple[oldKeys.length * 2];
        hashes = new int[keys.length];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                hashes[at] = oldKeys[i].hashCode();
                values[at] = oldValues[i];
            }
        }
    }
}
