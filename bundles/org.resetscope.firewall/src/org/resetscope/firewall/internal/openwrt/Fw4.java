package org.resetscope.firewall.internal.openwrt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.nft.NftDraft;
import org.resetscope.firewall.internal.read.Problems;

/**
 * Makes the chains that OpenWrt's fw4 makes of its configuration (its templates ruleset.uc and rule.uc). The names of networks stand for
 * the links they are on, which this file does not tell.
 */
final class Fw4 {

    private static final Pattern VALUE = Pattern.compile("[\\w.:/*+-]+");

    private final NftDraft table;
    private final Problems problems;
    private final List<UciSection> sections;
    private final Map<String, UciSection> zones = new LinkedHashMap<>();
    private UciSection defaults;

    Fw4(NftDraft table, Problems problems, List<UciSection> sections) {
        this.table = table;
        this.problems = problems;
        this.sections = sections;
    }

    void build() {
        defaults = of("defaults").stream().findFirst().orElse(new UciSection("defaults", sections.isEmpty() ? Source.none("") : sections.get(0).place()));
        of("zone").forEach(z -> zones.put(name(z.get("name", "?")), z));
        List.of("handle_reject", "srcnat", "dstnat").forEach(table::chain);
        zones.keySet().forEach(z -> List.of("accept_to_", "drop_to_", "reject_to_").forEach(v -> table.chain(v + z)));
        boolean resets = defaults.get("tcp_reject_code", "tcp-reset").equals("tcp-reset");
        table.rule("handle_reject", "meta l4proto tcp " + (resets ? "reject with tcp reset" : "reject"), defaults.place());
        table.rule("handle_reject", "reject", defaults.place());
        base("input", Hook.INPUT);
        base("forward", Hook.FORWARD);
        base("output", Hook.OUTPUT);
        table.base("srcnat", "nat", Hook.POSTROUTING, "srcnat", List.of(), false, defaults.place());
        table.base("dstnat", "nat", Hook.PREROUTING, "dstnat", List.of(), false, defaults.place());
        table.base("raw_prerouting", "filter", Hook.PREROUTING, "raw", List.of(), false, defaults.place());
        table.base("mangle_forward", "filter", Hook.FORWARD, "mangle", List.of(), false, defaults.place());
        of("rule").forEach(this::rule);
        of("forwarding").forEach(f -> table.rule("forward_" + name(f.get("src", "?")), "jump accept_to_" + name(f.get("dest", "?")), f.place()));
        of("redirect").forEach(this::redirect);
        zones.forEach(this::zone);
        for (String chain : List.of("input", "forward", "output")) {
            if (policy(defaults, chain, chain.equals("output") ? "ACCEPT" : "REJECT").equals("reject")) {
                table.rule(chain, "jump handle_reject", defaults.place());
            }
        }
    }

    private List<UciSection> of(String type) {
        return sections.stream().filter(s -> s.type().equals(type) && s.is("enabled", true)).toList();
    }

    private static String policy(UciSection section, String option, String usual) {
        return section.get(option, usual).toLowerCase(Locale.ROOT);
    }

    private static String name(String zone) {
        return zone.equals("*") ? "*" : zone.replaceAll("\\W", "_");
    }

    private void base(String chain, Hook hook) {
        boolean output = hook == Hook.OUTPUT;
        table.base(chain, "filter", hook, "filter", List.of(), !output && !policy(defaults, chain, "REJECT").equals("accept"), defaults.place());
        if (hook != Hook.FORWARD) {
            table.rule(chain, (output ? "oifname" : "iifname") + " \"lo\" accept", defaults.place());
        } else if (defaults.is("flow_offloading", false)) {
            table.rule(chain, "meta l4proto { tcp, udp } flow add @ft", defaults.place());
        }
        table.rule(chain, "ct state vmap { established : accept, related : accept" + (defaults.is("drop_invalid", false) ? ", invalid : drop" : "") + " }",
                defaults.place());
        zones.forEach((name, zone) -> {
            String links = links(zone);
            table.chain(chain + "_" + name);
            if (links != null) {
                table.rule(chain, (output ? "oifname " : "iifname ") + links + " jump " + chain + "_" + name, zone.place());
            }
        });
    }

    /** The links of a zone as a set; null where it names none. */
    private static String links(UciSection zone) {
        List<String> links = new ArrayList<>(zone.words("device"));
        links.addAll(zone.words("network"));
        links.removeIf(l -> !VALUE.matcher(l).matches());
        return links.isEmpty() ? null : "{ " + String.join(", ", links.stream().map(l -> "\"" + l.replace('+', '*') + "\"").toList()) + " }";
    }

    private void zone(String name, UciSection zone) {
        String links = links(zone);
        boolean masquerade = zone.is("masq", false) && links != null;
        if (masquerade && !zone.is("masq_allow_invalid", false)) {
            table.rule("accept_to_" + name, "meta nfproto ipv4 oifname " + links + " ct state invalid drop", zone.place());
        }
        String out = links == null ? "" : "oifname " + links + " ";
        table.rule("accept_to_" + name, out + "accept", zone.place());
        table.rule("drop_to_" + name, out + "drop", zone.place());
        table.rule("reject_to_" + name, out + "jump handle_reject", zone.place());
        boolean redirected = of("redirect").stream().anyMatch(r -> name(r.get("src", "")).equals(name));
        if (redirected) {
            table.rule("input_" + name, "ct status dnat accept", zone.place());
            table.rule("forward_" + name, "ct status dnat accept", zone.place());
        }
        table.rule("input_" + name, verdict(policy(zone, "input", defaults.get("input", "REJECT"))), zone.place());
        table.rule("forward_" + name, "jump " + policy(zone, "forward", defaults.get("forward", "REJECT")) + "_to_" + name, zone.place());
        table.rule("output_" + name, "jump " + policy(zone, "output", defaults.get("output", "ACCEPT")) + "_to_" + name, zone.place());
        if (masquerade) {
            table.rule("srcnat", "meta nfproto ipv4 oifname " + links + " masquerade", zone.place());
        }
        if (zone.is("mtu_fix", false) && links != null) {
            table.rule("mangle_forward", "oifname " + links + " tcp flags syn tcp option maxseg size set rt mtu", zone.place());
        }
    }

    private static String verdict(String policy) {
        return policy.equals("accept") ? "accept" : policy.equals("drop") ? "drop" : "jump handle_reject";
    }

    private void rule(UciSection rule) {
        String source = name(rule.get("src", ""));
        String destination = name(rule.get("dest", ""));
        String target = rule.get("target", "DROP");
        String conditions = conditions(rule, "src_ip", "src_port", "dest_ip", "dest_port");
        if (conditions == null) {
            return;
        }
        String verdict;
        if (target.equals("NOTRACK")) {
            UciSection zone = zones.get(source);
            String links = zone == null ? null : links(zone);
            table.rule("raw_prerouting", (links == null ? "" : "iifname " + links + " ") + conditions + "notrack", rule.place());
            return;
        } else if (List.of("ACCEPT", "DROP", "REJECT").contains(target)) {
            String known = target.toLowerCase(Locale.ROOT);
            verdict = destination.isEmpty() || destination.equals("*") ? verdict(known) : "jump " + known + "_to_" + destination;
        } else {
            verdict = "counter";
        }
        String chain = source.isEmpty() ? "output" : destination.isEmpty() ? "input" : "forward";
        String of = source.isEmpty() ? destination : source;
        table.rule(of.isEmpty() || of.equals("*") ? chain : chain + "_" + of, conditions + verdict, rule.place());
    }

    private void redirect(UciSection redirect) {
        String conditions = conditions(redirect, "src_ip", "src_port", "src_dip", "src_dport");
        UciSection zone = zones.get(name(redirect.get("src", "")));
        String address = redirect.get("dest_ip", "");
        if (conditions == null || zone == null || !redirect.get("target", "DNAT").equals("DNAT") || !VALUE.matcher(address).matches()) {
            return;
        }
        String links = links(zone);
        String port = redirect.get("dest_port", redirect.get("src_dport", "")).replace(':', '-');
        boolean single = VALUE.matcher(port).matches();
        table.rule("dstnat", (links == null ? "" : "iifname " + links + " ") + conditions + "dnat to " + address + (single ? ":" + port : ""),
                redirect.place());
    }

    /** In nft's words, with a blank at the end; null, and told, where a value cannot be read. */
    private String conditions(UciSection section, String sourceAddress, String sourcePort, String address, String port) {
        StringBuilder words = new StringBuilder();
        String family = section.get("family", "any");
        words.append(family.equals("ipv4") ? "meta nfproto ipv4 " : family.equals("ipv6") ? "meta nfproto ipv6 " : "");
        List<String> protocols = new ArrayList<>(section.words("proto"));
        if (protocols.isEmpty() || protocols.remove("tcpudp")) {
            protocols.addAll(List.of("tcp", "udp"));
        }
        boolean any = protocols.contains("all") || protocols.contains("any");
        boolean good = any || add(words, "meta l4proto", protocols);
        good &= addresses(words, "saddr", section.words(sourceAddress)) && add(words, "th sport", section.words(sourcePort))
                && addresses(words, "daddr", section.words(address)) && add(words, "th dport", section.words(port));
        if (!section.words("limit").isEmpty() || !section.words("ipset").isEmpty() || !section.words("mark").isEmpty() || !section.words("src_mac").isEmpty()
                || !section.words("icmp_type").isEmpty()) {
            words.append("xt match \"further options\" ");
        }
        if (!good) {
            problems.add("unknown-value", section.place().file(), section.place().line(), section.place().column(),
                    "a value of this section cannot be read; the section is left out");
        }
        return good ? words.toString() : null;
    }

    private static boolean addresses(StringBuilder words, String field, List<String> values) {
        boolean v6 = values.stream().anyMatch(v -> v.indexOf(':') >= 0);
        return add(words, (v6 ? "ip6 " : "ip ") + field, values);
    }

    private static boolean add(StringBuilder words, String selector, List<String> values) {
        if (values.isEmpty()) {
            return true;
        }
        List<String> plain = values.stream().map(v -> v.startsWith("!") ? v.substring(1) : v)
                .map(v -> v.contains("/") || v.indexOf('.') >= 0 ? v : v.replace(':', '-'))
                .toList();
        words.append(selector).append(values.get(0).startsWith("!") ? " != { " : " { ").append(String.join(", ", selector.startsWith("ip6") ? values : plain))
                .append(" } ");
        return plain.stream().allMatch(v -> VALUE.matcher(v).matches());
    }
}
