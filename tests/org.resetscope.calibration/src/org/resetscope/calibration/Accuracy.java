package org.resetscope.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.model.Sender;

/** The tables of docs/accuracy.md. What stands between its marks is written anew, the words around them are a person's. */
final class Accuracy {

    private static final String BEGIN = "<!-- begin ";
    private static final String END = "<!-- end ";
    private static final int BINS = 10;
    private static final double[] BARS = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95};

    private final List<Observation> observations;
    private final List<Weight> learned;
    private final List<Judged> byStated;
    private final List<Judged> byFamily;
    private final List<Judged> byCorpus;
    private final List<Judged> seen;

    Accuracy(List<Observation> observations, List<Weight> stated, List<Weight> learned, Learner learner) {
        this.observations = observations;
        this.learned = learned;
        byStated = observations.stream().map(o -> Judged.by(stated, o)).toList();
        byFamily = CrossValidation.judge(observations, Observation::family, learner);
        byCorpus = observations.stream().map(Observation::corpus).distinct().count() > 1
                ? CrossValidation.judge(observations, Observation::corpus, learner)
                : List.of();
        seen = observations.stream().map(o -> Judged.by(learned, o)).toList();
    }

    /** @throws IllegalStateException if a mark is missing */
    void write(Path report) throws IOException {
        String text = Files.readString(report);
        text = replace(text, "corpora", corpora());
        text = replace(text, "scores", scores());
        text = replace(text, "senders", senders());
        text = replace(text, "reliability", reliability());
        text = replace(text, "bars", bars());
        text = replace(text, "causes", causes());
        text = replace(text, "peers", peers());
        text = replace(text, "weights", weights());
        Files.writeString(report, text);
    }

    String diagram() {
        return ReliabilityDiagram.svg(Bin.of(of(byFamily, false), BINS), Bin.of(of(byFamily, true), BINS));
    }

    String summary() {
        return scores();
    }

    private static String replace(String text, String mark, String table) {
        int begin = text.indexOf(BEGIN + mark);
        int end = text.indexOf(END + mark);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The report has no marks for " + mark);
        }
        return text.substring(0, text.indexOf('\n', begin) + 1) + table + text.substring(end);
    }

    private String corpora() {
        Table table = new Table("corpus", "scenarios with resets", "families", "observations", "of them made by a device");
        for (String corpus : names()) {
            List<Observation> own = observations.stream().filter(o -> o.corpus().equals(corpus) && !o.flat() && !o.together()).toList();
            table.row(corpus, own.stream().map(Observation::scenario).distinct().count(), own.stream().map(Observation::family).distinct().count(),
                    own.size(), own.stream().filter(o -> o.truth() == Sender.INTERMEDIARY).count());
        }
        return table.text();
    }

    private String scores() {
        Table table = new Table("corpus", "weights", "sender right", "wrong", "undetermined", "falsely accused", "missed", "cause right", "Brier", "ECE");
        Map<String, List<Judged>> ways = new LinkedHashMap<>();
        ways.put("stated", byStated);
        ways.put("**learned from other families**", byFamily);
        if (!byCorpus.isEmpty()) {
            ways.put("learned from the other corpora", byCorpus);
        }
        ways.put("learned from all", seen);
        for (String corpus : names()) {
            for (int set = 0; set < 4; set++) {
                boolean together = set >= 2;
                boolean flat = set % 2 == 1;
                ways.forEach((way, all) -> {
                    Score s = Score.of(all.stream().filter(j -> j.observation().corpus().equals(corpus)
                            && j.observation().flat() == flat && j.observation().together() == together).toList());
                    table.row(corpus + (together ? ", all points together" : "") + (flat ? ", equal TTLs" : ""), way, Score.share(s.right(), s.observations()), s.wrong(),
                            s.undetermined(), Score.share(s.falselyAccused(), s.endpoints()), Score.share(s.missed(), s.devices()),
                            Score.share(s.causeRight(), s.observations()), number(s.brier()), number(s.calibrationError()));
                });
            }
        }
        return table.text();
    }

    private String senders() {
        StringBuilder text = new StringBuilder();
        for (boolean flat : new boolean[] {false, true}) {
            Table table = new Table(flat ? "made by, equal TTLs" : "made by", "called client", "server", "intermediary", "undetermined", "undetermined in %");
            for (Sender truth : List.of(Sender.CLIENT, Sender.SERVER, Sender.INTERMEDIARY)) {
                List<Judged> made = of(byFamily, flat).stream().filter(j -> j.observation().truth() == truth).toList();
                List<Object> cells = new ArrayList<>(List.of(truth.id()));
                for (Sender called : Sender.values()) {
                    cells.add(made.stream().filter(j -> j.sender() == called).count());
                }
                cells.add(Score.share((int) made.stream().filter(Judged::undetermined).count(), made.size()));
                table.row(cells.toArray());
            }
            text.append(flat ? "\n" : "").append(table.text());
        }
        return text.toString();
    }

    private String reliability() {
        Table table = new Table("probability said", "verdicts", "said on average", "came true", "equal TTLs: verdicts", "said on average", "came true");
        Map<Integer, List<Object>> rows = new TreeMap<>();
        for (boolean flat : new boolean[] {false, true}) {
            for (Bin bin : Bin.of(of(byFamily, flat), BINS)) {
                List<Object> cells = rows.computeIfAbsent(Math.min(BINS - 1, (int) (bin.stated() * BINS)), n -> new ArrayList<>());
                while (flat && cells.size() < 3) {
                    cells.add("");
                }
                cells.addAll(List.of(bin.count(), number(bin.stated()), number(bin.came())));
            }
        }
        rows.forEach((n, cells) -> {
            cells.add(0, String.format(Locale.ROOT, "%.1f to %.1f", n / 10.0, (n + 1) / 10.0));
            table.row(cells.toArray());
        });
        return table.text();
    }

    private String bars() {
        Table table = new Table("accused from", "falsely accused", "devices named", "equal TTLs: falsely accused", "devices named");
        for (double bar : BARS) {
            List<Object> cells = new ArrayList<>(List.of(number(bar)));
            for (boolean flat : new boolean[] {false, true}) {
                List<Judged> accused = of(byFamily, flat).stream().filter(j -> j.senders().get(Sender.INTERMEDIARY) >= bar).toList();
                int devices = (int) of(byFamily, flat).stream().filter(j -> j.observation().truth() == Sender.INTERMEDIARY).count();
                int named = (int) accused.stream().filter(j -> j.observation().truth() == Sender.INTERMEDIARY).count();
                cells.add(accused.size() - named);
                cells.add(Score.share(named, devices));
            }
            table.row(cells.toArray());
        }
        return table.text();
    }

    private String causes() {
        Table table = new Table("label", "observations", "sender right", "cause right", "else called");
        Map<String, List<Judged>> labels = of(byFamily, false).stream()
                .collect(Collectors.groupingBy(j -> j.observation().label(), TreeMap::new, Collectors.toList()));
        labels.forEach((label, own) -> table.row(label, own.size(), Score.share((int) own.stream().filter(Judged::right).count(), own.size()),
                Score.share((int) own.stream().filter(Judged::causeRight).count(), own.size()),
                most(own.stream().filter(j -> !j.causeRight()).toList(), Judged::cause)));
        return table.text();
    }

    private static String most(List<Judged> verdicts, Function<Judged, String> what) {
        return verdicts.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(3).map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private String peers() {
        Table table = new Table("rule", "sender right", "falsely accused", "missed", "equal TTLs: sender right", "falsely accused", "missed");
        for (Peer peer : Peer.ALL) {
            peer(table, peer.name(), observations.stream().map(peer::judge).toList());
        }
        peer(table, "**ResetScope, learned from other families**", byFamily);
        return table.text();
    }

    private static void peer(Table table, String name, List<Judged> verdicts) {
        List<Object> cells = new ArrayList<>(List.of(name));
        for (boolean flat : new boolean[] {false, true}) {
            Score s = Score.of(of(verdicts, flat));
            cells.add(Score.share(s.right(), s.observations()));
            cells.add(Score.share(s.falselyAccused(), s.endpoints()));
            cells.add(Score.share(s.missed(), s.devices()));
        }
        table.row(cells.toArray());
    }

    /** Where the labels disagree most with what was stated. */
    private String weights() {
        Table table = new Table("signal", "hypothesis", "stated", "learned", "held", "failed");
        learned.stream().filter(Weight::learned).sorted(Comparator.comparingInt((Weight w) -> -Math.abs(w.decibans() - w.stated()))).limit(12)
                .forEach(w -> table.row(w.signal(), w.hypothesis(), w.stated(), w.decibans(), w.held(), w.failed()));
        return table.text();
    }

    private List<String> names() {
        return observations.stream().map(Observation::corpus).distinct().toList();
    }

    /** Of single captures. */
    private static List<Judged> of(List<Judged> verdicts, boolean flat) {
        return verdicts.stream().filter(j -> j.observation().flat() == flat && !j.observation().together()).toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
