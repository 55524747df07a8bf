package org.resetscope.firewall.internal.evaluate;

import java.util.List;

import org.resetscope.firewall.internal.model.Hook;

/** The ways through a machine. */
public enum Journey {

    /** To a program on the machine. */
    IN(Hook.INGRESS, Hook.PREROUTING, Hook.INPUT),
    /** Through a router. */
    FORWARD(Hook.INGRESS, Hook.PREROUTING, Hook.FORWARD, Hook.POSTROUTING),
    /** From a program on the machine, or from the kernel itself. */
    OUT(Hook.OUTPUT, Hook.POSTROUTING);

    private final List<Hook> hooks;

    Journey(Hook... hooks) {
        this.hooks = List.of(hooks);
    }

    public List<Hook> hooks() {
        return hooks;
    }
}
