package org.resetscope.calibration;
import java.io.*; import java.nio.file.*; import java.util.*; import java.util.stream.*;
import org.resetscope.core.internal.weights.*;
final class Try {
    static List<Observation> weigh(List<Observation> all) {
        Map<String, Long> n = all.stream().collect(Collectors.groupingBy(o -> o.corpus() + o.scenario() + o.label(), Collectors.counting()));
        return all.stream().map(o -> o.withWeight(1 / Math.sqrt(n.get(o.corpus() + o.scenario() + o.label())))).toList();
    }
    public static void main(String[] a) throws Exception {
        LabelledCauses causes = new LabelledCauses(Path.of(a[1]));
        List<Weight> table; try (BufferedReader r = Files.newBufferedReader(Path.of(a[0]))) { table = Weights.parse(r); }
        List<Observation> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 3; i < a.length; i++) { for (boolean flat : new boolean[] {false, true}) { Corpus c = new Corpus(Path.of(a[i]), causes, flat); all.addAll(c.observations()); names.add(c.name()); System.out.println(c.name() + " " + c.observations().size() + " not found " + c.notFound()); } }
        List<Observation> all0 = weigh(all); all = all0;
        show("stated", all.stream().map(o -> Judged.by(statedOnly(table), o)).toList(), names, null);
        for (String s : a[2].split(",")) {
            Learner l = new Learner(table, Double.parseDouble(s), all0);
            List<Weight> t = l.learn(all);
            show("train sd " + s, all.stream().map(o -> Judged.by(t, o)).toList(), names, null);
            show("cv family sd " + s, CrossValidation.judge(all, Observation::family, l), names, "/tmp/calib-cv-" + s + ".tsv");
            if (System.getenv("SCEN") != null) show("cv scenario sd " + s, CrossValidation.judge(all, Observation::scenario, l), names, null);
            try (PrintWriter w = new PrintWriter("/tmp/calib-weights-" + s + ".tsv")) { t.forEach(x -> w.println(x.line())); }
        }
    }
    static List<Weight> statedOnly(List<Weight> t) { return t.stream().map(w -> new Weight(w.signal(), w.group(), w.hypothesis(), w.stated(), w.stated(), 0, 0, false, w.why())).toList(); }
    static void show(String what, List<Judged> all, List<String> names, String details) throws IOException {
        for (String n : names) System.out.println(what + " | " + n + ": " + Score.of(all.stream().filter(j -> j.observation().corpus().equals(n)).toList()).line());
        if (details != null) try (PrintWriter w = new PrintWriter(details)) {
            all.stream().filter(j -> !j.right() || !j.causeRight()).forEach(j -> { Observation o = j.observation(); w.println(o.corpus() + "\t" + o.scenario() + "\t" + o.point() + "#" + o.frame() + "\t" + o.label() + "\t" + o.truth() + "\t" + j.sender() + "\t" + j.cause() + "\t" + o.reset().verdict().evidence().stream().map(e -> e.signal()).collect(Collectors.joining(" "))); });
        }
    }
}
