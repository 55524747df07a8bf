package org.resetscope.core.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Segment;

/** Some segments of one flow, as {@link SegmentRings} held them at one moment. */
record SegmentLog(long[] words) {

    List<Segment> read(boolean lowIsClient) {
        List<Segment> segments = new ArrayList<>(words.length / PackedSegment.WORDS);
        for (int at = 0; at < words.length; at += PackedSegment.WORDS) {
            segments.add(PackedSegment.read(words, at, lowIsClient));
        }
        return segments;
    }
}
