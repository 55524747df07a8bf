package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.read.Targets;
import org.resetscope.firewall.internal.read.Values;

/** Rules of one family as the model has them: one rule of nft with several actions, or a verdict map, becomes several. */
final class NftRules {

    /** Combinations of alternatives that become rules of their own. */
    private static final int MOST_VARIANTS = 256;

    private final Family family;
    private final NftConditions conditions;
    private final Function<String, NftSet> sets;

    NftRules(Family family, Function<String, NftSet> sets) {
        this.family = family;
        this.sets = sets;
        this.conditions = new NftConditions(family, sets);
    }

    List<Rule> of(NftChain.Written written) {
        return new One(written.source()).rules(written.statements());
    }

    /** One rule being translated. */
    private final class One {

        private final Source source;
        private final List<Rule> rules = new ArrayList<>();
        private List<List<Atom>> variants = List.of(List.of());

        One(Source source) {
            this.source = source;
        }

        List<Rule> rules(List<NftStatement> statements) {
            boolean logs = false;
            for (NftStatement statement : statements) {
                if (statement instanceof NftStatement.Action action && action.kind().equals("log")) {
                    logs = true;
                } else if (!add(statement)) {
                    return rules;
                }
                if (variants.isEmpty()) {
                    return rules;
                }
            }
            if (rules.isEmpty()) {
                emit(variants, logs ? new Effect.Log() : new Effect.Other(""), source);
            }
            return rules;
        }

        /** @return false where the rule ends here for every packet that came so far */
        private boolean add(NftStatement statement) {
            if (statement instanceof NftStatement.Match match) {
                restrict(conditions.of(match), match.selectors());
            } else if (statement instanceof NftStatement.Unknown unknown) {
                String key = unknown.words() + (unknown.counts() ? " @@" + source.file() + ":" + source.line() : "");
                restrict(List.of(List.of(new Atom.Opaque(key, unknown.kind(), false, null))), List.of());
            } else if (statement instanceof NftStatement.VerdictMap map) {
                verdicts(map);
                return false;
            } else if (statement instanceof NftStatement.Verdict verdict) {
                emit(variants, verdict);
                return verdict.kind().equals("continue");
            } else if (statement instanceof NftStatement.Nat nat) {
                emit(variants, translation(nat), nat.place());
                return false;
            } else if (statement instanceof NftStatement.Action action) {
                return act(action);
            }
            return true;
        }

        private boolean act(NftStatement.Action action) {
            switch (action.kind()) {
                case "notrack" -> emit(variants, new Effect.NoTrack(), action.place());
                case "mark" -> emit(variants, new Effect.Mark(), action.place());
                case "offload" -> emit(variants, new Effect.Offload(), action.place());
                case "clamp" -> emit(variants, new Effect.ClampMss(), action.place());
                case "forward" -> {
                    emit(variants, new Effect.Drop(), action.place());
                    return false;
                }
                default -> { }
            }
            return true;
        }

        private void restrict(List<List<Atom>> alternatives, List<String> selectors) {
            if ((long) variants.size() * alternatives.size() > MOST_VARIANTS) {
                Atom any = new Atom.Opaque(String.join(" . ", selectors) + " @@" + source.file() + ":" + source.line(), Atom.Kind.OTHER, false, null);
                restrict(List.of(List.of(any)), selectors);
                return;
            }
            variants = product(variants, alternatives);
        }

        private void verdicts(NftStatement.VerdictMap map) {
            List<NftValue.Element> elements = elements(map.map());
            if (elements == null) {
                emit(variants, new Effect.Other("look up " + map.map()), source);
                return;
            }
            Map<String, List<NftValue.Element>> byVerdict = new LinkedHashMap<>();
            List<NftValue.Element> others = new ArrayList<>();
            for (NftValue.Element element : elements) {
                if (element.verdict() == null) {
                    continue;
                }
                boolean other = element.key() instanceof NftValue.Single single && single.text().equals("*");
                String verdict = element.verdict().kind() + " " + element.verdict().chain();
                (other ? others : byVerdict.computeIfAbsent(verdict, v -> new ArrayList<>())).add(element);
            }
            for (List<NftValue.Element> same : byVerdict.values()) {
                List<List<Atom>> keys = conditions.of(map.selectors(), same.stream().map(NftValue.Element::key).toList());
                emit(product(variants, keys), same.get(0).verdict());
            }
            others.forEach(o -> emit(variants, o.verdict()));
        }

        private void emit(List<List<Atom>> atoms, NftStatement.Verdict verdict) {
            boolean reset = verdict.kind().equals("reset");
            // nft itself asks for TCP where a reset is the answer
            emit(reset ? product(atoms, List.of(List.of(new Atom.Field(Dimension.PROTOCOL, IntervalSet.of(6, 6))))) : atoms, effect(verdict),
                    verdict.place());
        }

        private void emit(List<List<Atom>> atoms, Effect effect, Source target) {
            atoms.forEach(a -> rules.add(new Rule(a, effect, source, target)));
        }
    }

    private static List<List<Atom>> product(List<List<Atom>> some, List<List<Atom>> others) {
        List<List<Atom>> all = new ArrayList<>();
        for (List<Atom> one : some) {
            for (List<Atom> other : others) {
                List<Atom> both = new ArrayList<>(one);
                both.addAll(other);
                all.add(both);
            }
        }
        return all;
    }

    private List<NftValue.Element> elements(NftValue map) {
        if (map instanceof NftValue.Named named) {
            NftSet set = sets.apply(named.name());
            return set == null ? null : set.elements();
        }
        return map instanceof NftValue.Elements elements ? elements.elements() : null;
    }

    private static Effect effect(NftStatement.Verdict verdict) {
        return switch (verdict.kind()) {
            case "accept" -> new Effect.Accept();
            case "drop" -> new Effect.Drop();
            case "return" -> new Effect.Return();
            case "jump" -> new Effect.Jump(verdict.chain());
            case "goto" -> new Effect.Goto(verdict.chain());
            case "queue" -> new Effect.Queue();
            case "reset" -> new Effect.Reset();
            case "reject" -> new Effect.Icmp("icmp");
            case "synproxy" -> new Effect.SynProxy();
            default -> new Effect.Other("");
        };
    }

    private Effect translation(NftStatement.Nat nat) {
        if (nat.map() == null) {
            return Targets.nat(family, nat.source(), nat.target(), nat.random());
        }
        List<NftValue.Element> elements = elements(nat.map());
        List<IntervalSet> addresses = new ArrayList<>();
        for (NftValue.Element element : elements == null ? List.<NftValue.Element>of() : elements) {
            NftValue data = element.data() instanceof NftValue.Concat concat ? concat.values().get(0) : element.data();
            IntervalSet address = data == null ? null : Values.addresses(family, data.toString());
            if (address != null) {
                addresses.add(address);
            }
        }
        return new Effect.Nat(nat.source(), addresses.isEmpty() ? null : IntervalSet.union(addresses), null, nat.random());
    }
}
