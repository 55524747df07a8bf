package org.resetscope.firewall.internal.model;

/** Header fields and packet data that rules compare with sets of values. Each value is a whole number; names are encoded. */
public enum Dimension {
    IN, OUT, PROTOCOL, SOURCE, DESTINATION, SOURCE_PORT, DESTINATION_PORT;

    /** The dimension of the packet in the other direction. */
    public Dimension reversed() {
        return switch (this) {
            case IN -> OUT;
            case OUT -> IN;
            case SOURCE -> DESTINATION;
            case DESTINATION -> SOURCE;
            case SOURCE_PORT -> DESTINATION_PORT;
            case DESTINATION_PORT -> SOURCE_PORT;
            case PROTOCOL -> PROTOCOL;
        };
    }

    /** All values there are. */
    public IntervalSet universe(Family family) {
        return switch (this) {
            case IN, OUT -> Interfaces.ALL;
            case PROTOCOL -> IntervalSet.ofBits(8);
            case SOURCE, DESTINATION -> IntervalSet.ofBits(family.bits());
            case SOURCE_PORT, DESTINATION_PORT -> IntervalSet.ofBits(16);
        };
    }
}
