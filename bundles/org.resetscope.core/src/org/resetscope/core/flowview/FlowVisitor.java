package org.resetscope.core.flowview;

/** Is shown every segment of a connection, in the order of a capture. */
public interface FlowVisitor {

    /** What came until now was an earlier connection of the same addresses and ports. */
    void forget();

    /** A copy of another tap has the mark {@link FlowPacket.Mark#DUPLICATE}. */
    void segment(FlowSegment segment);
}
