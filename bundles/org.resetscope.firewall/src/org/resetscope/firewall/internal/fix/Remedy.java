package org.resetscope.firewall.internal.fix;

import java.util.List;
import java.util.Set;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * A rule that cures a fault, in no language yet.
 *
 * @param atoms none of them opaque
 */
public record Remedy(List<Atom> atoms, Effect effect) {

    private static final Set<CtState> OPEN = Set.of(CtState.RELATED, CtState.ESTABLISHED);

    public static final Remedy DROP_INVALID = of(CtState.INVALID, new Effect.Drop());
    public static final Remedy ACCEPT_ESTABLISHED = new Remedy(List.of(new Atom.State(OPEN)), new Effect.Accept());
    public static final Remedy ACCEPT_UNTRACKED = of(CtState.UNTRACKED, new Effect.Accept());
    public static final Remedy LET_RESETS_OUT = new Remedy(List.of(new Atom.Flags(TcpBits.RST, TcpBits.RST, false), new Atom.State(OPEN)),
            new Effect.Accept());
    /** Only SYNs tell a segment size. */
    public static final Remedy CLAMP_SEGMENT_SIZE = new Remedy(List.of(new Atom.Flags(TcpBits.SYN | TcpBits.RST, TcpBits.SYN, false)), new Effect.ClampMss());

    public Remedy {
        atoms = List.copyOf(atoms);
    }

    private static Remedy of(CtState state, Effect effect) {
        return new Remedy(List.of(new Atom.State(Set.of(state))), effect);
    }
}
