package org.resetscope.firewall.internal.firewalld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.nft.NftDraft;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes the chains that firewalld makes of a zone (its nftables backend, version 1.3): what it denies comes before what it allows. */
final class Zone extends DefaultHandler {

    private static final Pattern VALUE = Pattern.compile("[\\w.:/-]+");
    /** The services of firewalld that are of TCP alone and often used. */
    private static final Map<String, String> SERVICES = Map.ofEntries(Map.entry("ssh", "22"), Map.entry("http", "80"), Map.entry("https", "443"),
            Map.entry("smtp", "25"), Map.entry("smtps", "465"), Map.entry("imap", "143"), Map.entry("imaps", "993"), Map.entry("pop3", "110"),
            Map.entry("pop3s", "995"), Map.entry("mysql", "3306"), Map.entry("postgresql", "5432"), Map.entry("cockpit", "9090"), Map.entry("rdp", "3389"),
            Map.entry("vnc-server", "5900-5903"), Map.entry("ldap", "389"), Map.entry("ldaps", "636"), Map.entry("redis", "6379"),
            Map.entry("squid", "3128"), Map.entry("samba", "139"), Map.entry("ftp", "21"), Map.entry("telnet", "23"));

    private record Line(String words, Source place) {
    }

    private final NftDraft table;
    private final String file;
    private final List<Line> deny = new ArrayList<>();
    private final List<Line> allow = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<Line> translations = new ArrayList<>();
    private Locator locator;
    private String target = "default";
    private Line masquerade;
    private Source start;
    private StringBuilder rule;
    private String verdict;
    private Source ruleStart;

    Zone(NftDraft table, String file) {
        this.table = table;
        this.file = file;
        this.start = new Source(file, 1, 1, 1, "zone");
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
        locator = newLocator;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        Source place = new Source(file, Math.max(1, locator.getLineNumber()), 1, Math.max(1, locator.getColumnNumber()), described(name, attributes));
        switch (name) {
            case "zone" -> {
                start = place;
                target = attributes.getValue("target") == null ? "default" : attributes.getValue("target");
            }
            case "interface" -> condition("iifname", attributes.getValue("name"));
            case "source" -> source(attributes);
            case "rule" -> {
                rule = new StringBuilder(families(attributes.getValue("family")));
                verdict = null;
                ruleStart = place;
            }
            case "masquerade" -> {
                if (rule == null) {
                    masquerade = new Line("masquerade", place);
                }
            }
            case "forward-port" -> forward(attributes, place);
            case "accept", "drop", "reject", "mark" -> {
                if (rule != null) {
                    verdict = name.equals("reject") && "tcp-reset".equals(attributes.getValue("type")) ? "reject with tcp reset"
                            : name.equals("mark") ? "counter" : name;
                }
            }
            case "service", "port", "protocol", "source-port" -> {
                String words = words(name, attributes);
                if (rule != null) {
                    rule.append(words);
                } else {
                    allow.add(new Line(words + "accept", place));
                }
            }
            case "limit" -> {
                if (rule != null) {
                    rule.append("limit rate 1/second ");
                }
            }
            default -> { }
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        if (name.equals("rule") && rule != null) {
            if (verdict != null) {
                (verdict.equals("accept") || verdict.equals("counter") ? allow : deny).add(new Line(rule + verdict, ruleStart));
            }
            rule = null;
        }
    }

    private static String described(String name, Attributes attributes) {
        StringBuilder text = new StringBuilder("<").append(name);
        for (int i = 0; i < Math.min(attributes.getLength(), 6); i++) {
            text.append(' ').append(attributes.getQName(i)).append("=\"").append(attributes.getValue(i)).append('"');
        }
        return text.append('>').toString();
    }

    private static String families(String family) {
        return "ipv4".equals(family) ? "meta nfproto ipv4 " : "ipv6".equals(family) ? "meta nfproto ipv6 " : "";
    }

    private void condition(String selector, String value) {
        if (value != null && VALUE.matcher(value).matches()) {
            sources.add(selector + " \"" + value + "\"");
        }
    }

    private void source(Attributes attributes) {
        String address = attributes.getValue("address");
        String words = address != null && VALUE.matcher(address).matches() ? address(address, "true".equalsIgnoreCase(attributes.getValue("invert")), "saddr")
                : "xt match \"source\"";
        if (rule != null) {
            rule.append(words).append(' ');
        } else {
            sources.add(words);
        }
    }

    private static String address(String address, boolean not, String field) {
        return (address.indexOf(':') >= 0 ? "ip6 " : "ip ") + field + (not ? " != " : " ") + address;
    }

    private static String words(String kind, Attributes attributes) {
        String value = attributes.getValue(kind.equals("service") ? "name" : kind.equals("protocol") ? "value" : "port");
        String protocol = attributes.getValue("protocol");
        if (value == null || !VALUE.matcher(value).matches() || protocol != null && !VALUE.matcher(protocol).matches()) {
            return "xt match \"" + kind + "\" ";
        }
        return switch (kind) {
            case "service" -> SERVICES.containsKey(value) ? "tcp dport " + SERVICES.get(value) + " " : "xt match \"service " + value + "\" ";
            case "protocol" -> "meta l4proto " + value + " ";
            default -> "meta l4proto " + (protocol == null ? "tcp" : protocol) + " th " + (kind.equals("port") ? "dport " : "sport ") + value + " ";
        };
    }

    private void forward(Attributes attributes, Source place) {
        String port = attributes.getValue("port");
        String address = attributes.getValue("to-addr");
        String toPort = attributes.getValue("to-port");
        if (port != null && VALUE.matcher(port).matches() && (address == null || VALUE.matcher(address).matches())
                && (toPort == null || VALUE.matcher(toPort).matches())) {
            String to = toPort == null ? port : toPort;
            translations.add(new Line("meta l4proto " + ("udp".equals(attributes.getValue("protocol")) ? "udp" : "tcp") + " th dport " + port + " "
                    + (address == null || address.isEmpty() ? "redirect to :" + to : "dnat to " + address + ":" + to), place));
        }
    }

    /** Writes the chains; those of every zone are there once. */
    void finish() {
        String own = "filter_IN_" + file.replaceAll(".*[/\\\\]|\\.xml$", "").replaceAll("\\W", "_");
        boolean first = !table.has("filter_INPUT");
        if (first) {
            for (String hook : List.of("INPUT", "FORWARD", "OUTPUT")) {
                table.base("filter_" + hook, "filter", Hook.valueOf(hook), "filter + 10", List.of(), false, start);
                table.rule("filter_" + hook, "ct state { established, related } accept", start);
                if (!hook.equals("OUTPUT")) {
                    table.rule("filter_" + hook, "ct status dnat accept", start);
                    table.rule("filter_" + hook, "iifname \"lo\" accept", start);
                    table.rule("filter_" + hook, "ct state invalid drop", start);
                    table.rule("filter_" + hook, "jump filter_" + hook + "_ZONES", start);
                    table.rule("filter_" + hook, "reject with icmpx admin-prohibited", start);
                    table.chain("filter_" + hook + "_ZONES");
                }
            }
            table.base("nat_PREROUTING", "nat", Hook.PREROUTING, "dstnat + 10", List.of(), false, start);
            table.base("nat_POSTROUTING", "nat", Hook.POSTROUTING, "srcnat + 10", List.of(), false, start);
        }
        table.chain(own);
        for (String condition : sources.isEmpty() ? List.of("") : sources) {
            table.rule("filter_INPUT_ZONES", condition + " goto " + own, start);
        }
        deny.forEach(l -> table.rule(own, l.words, l.place));
        allow.forEach(l -> table.rule(own, l.words, l.place));
        switch (target) {
            case "ACCEPT" -> table.rule(own, "accept", start);
            case "DROP" -> table.rule(own, "drop", start);
            default -> table.rule(own, "reject with icmpx admin-prohibited", start);
        }
        translations.forEach(l -> table.rule("nat_PREROUTING", l.words, l.place));
        if (masquerade != null) {
            table.rule("nat_POSTROUTING", "meta nfproto ipv4 oifname != \"lo\" masquerade", masquerade.place);
        }
    }
}
