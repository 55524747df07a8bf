package org.resetscope.ui.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.resetscope.core.model.Reset;

/** Finds the resets of an incident without looking at all: chains through the list in arrays, which a million resets afford. */
final class Incidents {

    private final List<Reset> resets;
    /** The first reset of each chain, and the one after each; -1 for none. */
    private final int[] first;
    private final int[] next;

    Incidents(List<Reset> resets) {
        this.resets = resets;
        first = new int[Math.max(1, Integer.highestOneBit(resets.size()))];
        next = new int[resets.size()];
        Arrays.fill(first, -1);
        for (int i = resets.size() - 1; i >= 0; i--) { // backwards, so that chains run in the order of the list
            int chain = chain(resets.get(i).incident());
            next[i] = first[chain];
            first[chain] = i;
        }
    }

    List<Reset> of(String incident) {
        List<Reset> found = new ArrayList<>();
        for (int i = first[chain(incident)]; i >= 0; i = next[i]) {
            if (resets.get(i).incident().equals(incident)) {
                found.add(resets.get(i));
            }
        }
        return found;
    }

    private int chain(String incident) {
        int hash = incident.hashCode();
        return (hash ^ hash >>> 16) & first.length - 1;
    }
}
