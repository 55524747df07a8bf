package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.ConfigurationFinding;

/** SYS-001, RPF-001, TAB-001: settings of the kernel that are worth knowing when resets are looked for. */
final class KernelSettings implements Check {

    /** Entries; smaller tables are full with one busy service. */
    private static final int SMALL_TABLE = 65536;

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.liberal()) {
            note(scene, "SYS-001", scene.circumstances().number("nf_conntrack_tcp_be_liberal", 0) != 0 ? "nf_conntrack_tcp_be_liberal"
                    : "nf_conntrack_tcp_no_window_check", "conntrack does not hold segments against the window: none is INVALID for its numbers", findings);
        }
        for (String setting : List.of("all.rp_filter", "default.rp_filter")) {
            if (scene.circumstances().number(setting, 0) == 1) {
                note(scene, "RPF-001", setting, "packets whose answers would leave by another link are dropped before any rule, without a trace", findings);
                break;
            }
        }
        if (scene.circumstances().number("nf_conntrack_max", SMALL_TABLE) < SMALL_TABLE) {
            note(scene, "TAB-001", "nf_conntrack_max", "conntrack's table holds few connections: when it is full, new ones are dropped",
                    findings);
        }
        return findings;
    }

    private static void note(Scene scene, String check, String setting, String what, List<ConfigurationFinding> findings) {
        findings.add(Findings.of(check, true, setting + " is " + scene.circumstances().number(setting, 0) + ": " + what + ".", scene.place(setting),
                List.of(), List.of()));
    }
}
