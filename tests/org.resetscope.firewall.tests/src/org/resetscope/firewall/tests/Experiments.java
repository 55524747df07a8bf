package org.resetscope.firewall.tests;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.Circumstances;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What a real kernel did with packets, for rule sets in the languages of iptables-save and nft. */
final class Experiments {

    /**
     * A rule set, a network and what was tried.
     *
     * @param topology as in questions to trace
     * @param in the interface that the client's packets arrive on; null where the rules do not name it
     * @param alsoLoaded a second rule set that was loaded besides; null where there was none
     */
    record Experiment(String id, String what, String topology, String in, Circumstances circumstances, String rules, String alsoLoaded, List<Probe> probes) {

        Rules load() {
            return alsoLoaded == null ? Rules.of(rules) : Rules.of(rules, alsoLoaded);
        }

        boolean nft() {
            return rules.contains("table ");
        }
    }

    /**
     * A packet and what came of it.
     *
     * @param destination with its port; null for the usual one
     * @param counted whether resets were looked for
     * @param resetBy who sent one; null where nobody did
     * @param connection what the next request showed; null where that was not looked at
     */
    record Probe(String packet, String from, String destination, boolean counted, String resetBy, String connection) {
    }

    private static final JsonObject ALL = read();

    private Experiments() {
    }

    static List<Experiment> all() {
        List<Experiment> experiments = new ArrayList<>();
        for (JsonElement element : ALL.getAsJsonArray("experiments")) {
            JsonObject e = element.getAsJsonObject();
            Map<String, String> settings = new HashMap<>();
            if (e.has("sysctl")) {
                e.getAsJsonObject("sysctl").entrySet().forEach(s -> settings.put(s.getKey(), s.getValue().getAsString()));
            }
            List<Probe> probes = new ArrayList<>();
            e.getAsJsonArray("probes").forEach(p -> probes.add(probe(p.getAsJsonObject(), text(e, "topology"))));
            experiments.add(new Experiment(text(e, "id"), text(e, "what"), text(e, "topology"), text(e, "in"), new Circumstances(settings, "6.18"),
                    text(e, "rules"), text(e, "also_loaded"), probes));
        }
        return experiments;
    }

    static Experiment named(String id) {
        return all().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    }

    /** Rule sets that iptables-restore or nft does not load. */
    static List<String> refused() {
        List<String> rules = new ArrayList<>();
        ALL.getAsJsonArray("refused").forEach(r -> rules.add(text(r.getAsJsonObject(), "rules")));
        return rules;
    }

    private static Probe probe(JsonObject p, String topology) {
        String server = topology.equals("outbound") ? "10.9.0.1" : "10.9.0.2";
        String port = text(p, "port");
        String by = "firewall host".equals(text(p, "reset_by")) ? "firewall" : text(p, "reset_by");
        return new Probe(text(p, "packet"), text(p, "from"), port == null ? null : server + ":" + port, text(p, "resets") != null || by != null,
                by, text(p, "connection"));
    }

    private static String text(JsonObject o, String name) {
        return !o.has(name) || o.get(name).isJsonNull() ? null : o.get(name).getAsString();
    }

    private static JsonObject read() {
        try (Reader in = new InputStreamReader(Experiments.class.getResourceAsStream("experiments.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
