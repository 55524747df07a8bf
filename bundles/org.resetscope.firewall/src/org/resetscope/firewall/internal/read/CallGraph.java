package org.resetscope.firewall.internal.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/** Which chain calls which: chains that are missing, and circles, which the kernel refuses. Needs no stack of its own depth. */
public final class CallGraph {

    private enum Mark {
        OPEN, DONE
    }

    private final Table table;
    private final Problems problems;
    private final Map<String, Mark> marks = new HashMap<>();

    public CallGraph(Table table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    public void check() {
        for (Chain chain : table.chains().values()) {
            if (!marks.containsKey(chain.name())) {
                walk(chain);
            }
        }
    }

    private record Open(Chain chain, Iterator<Rule> rest) {
    }

    private void walk(Chain start) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(start, start.rules().iterator()));
        marks.put(start.name(), Mark.OPEN);
        while (!open.isEmpty()) {
            Open current = open.peek();
            if (!current.rest.hasNext()) {
                marks.put(current.chain.name(), Mark.DONE);
                open.pop();
                continue;
            }
            Rule rule = current.rest.next();
            String called = called(rule);
            if (called == null) {
                continue;
            }
            Chain callee = table.chains().get(called);
            if (callee == null) {
                problems.add("no-such-chain", rule.target().file(), rule.target().line(), rule.target().column(), "there is no chain or target '"
                        + RuleParser.shortened(called) + "'; packets are taken to go on at the next rule");
            } else if (marks.get(called) == Mark.OPEN) {
                problems.add("chain-loop", rule.target().file(), rule.target().line(), rule.target().column(), "chain "
                        + RuleParser.shortened(called) + " leads back to itself: the kernel refuses that; the call is left out");
            } else if (marks.get(called) == null) {
                marks.put(called, Mark.OPEN);
                open.push(new Open(callee, callee.rules().iterator()));
            }
        }
    }

    private static String called(Rule rule) {
        return rule.effect() instanceof Effect.Jump jump ? jump.chain() : rule.effect() instanceof Effect.Goto go ? go.chain() : null;
    }
}
