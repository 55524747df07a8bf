package org.resetscope.visual.internal.sequence;

/** A few stretches of sequence numbers, in order; where there would be too many, the nearest two become one. */
final class Spans {

    private static final int MOST = 4;

    private final long[] from = new long[MOST + 1];
    private final long[] to = new long[MOST + 1];
    private int size;

    int size() {
        return size;
    }

    long from(int i) {
        return from[i];
    }

    long to(int i) {
        return to[i];
    }

    void add(long start, long end) {
        int first = 0;
        while (first < size && to[first] < start) {
            first++;
        }
        int last = first;
        long low = start;
        long high = end;
        while (last < size && from[last] <= end) {
            low = Math.min(low, from[last]);
            high = Math.max(high, to[last]);
            last++;
        }
        if (last == first) {
            System.arraycopy(from, first, from, first + 1, size - first);
            System.arraycopy(to, first, to, first + 1, size - first);
            size++;
        } else {
            remove(first + 1, last);
        }
        from[first] = low;
        to[first] = high;
        if (size > MOST) {
            join();
        }
    }

    private void remove(int start, int end) {
        System.arraycopy(from, end, from, start, size - end);
        System.arraycopy(to, end, to, start, size - end);
        size -= end - start;
    }

    private void join() {
        int nearest = 0;
        for (int i = 1; i < size - 1; i++) {
            if (from[i + 1] - to[i] < from[nearest + 1] - to[nearest]) {
                nearest = i;
            }
        }
        to[nearest] = to[nearest + 1];
        remove(nearest + 1, nearest + 2);
    }

    void add(Spans other) {
        for (int i = 0; i < other.size; i++) {
            add(other.from[i], other.to[i]);
        }
    }
}
