package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Source;

/** NAT-004 and NAT-007: does conntrack forget connections that their ends still use? */
final class ShortTimeouts implements Check {

    /** RFC 5382, section 5: two hours and four minutes. */
    private static final int LEAST_ESTABLISHED = 7440;
    /** The kernel's own, which allow for an end that still sends (nf_conntrack_proto_tcp.c). */
    private static final Map<String, Integer> HALF_CLOSED = Map.of("nf_conntrack_tcp_timeout_close_wait", 60, "nf_conntrack_tcp_timeout_fin_wait", 120);

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        boolean matters = scene.allRules().anyMatch(r -> r.effect() instanceof Effect.Nat
                || r.states().contains(CtState.ESTABLISHED) && r.states().size() < CtState.values().length);
        if (!matters) {
            return findings;
        }
        shorter(scene, "NAT-004", "nf_conntrack_tcp_timeout_established", LEAST_ESTABLISHED,
                ": connections that are quiet for longer are forgotten, although keepalive comes after 7200 s at the earliest and RFC 5382 asks for "
                        + LEAST_ESTABLISHED + " s",
                findings);
        HALF_CLOSED.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> shorter(scene, "NAT-007", e.getKey(), e.getValue(),
                ": when one end has closed, the other may still send for longer (the kernel's own value is " + e.getValue() + " s)", findings));
        return findings;
    }

    private static void shorter(Scene scene, String check, String setting, int least, String why, List<ConfigurationFinding> findings) {
        long seconds = scene.circumstances().number(setting, least);
        if (seconds >= least) {
            return;
        }
        Source place = scene.place(setting);
        List<Fix> fixes = scene.fixes().setting(setting, String.valueOf(least), "Set it to " + least + " s");
        findings.add(Findings.of(check, true, setting + " is " + seconds + " s" + why + ". What comes then is reset or lost.", place, List.of(), fixes));
    }
}
