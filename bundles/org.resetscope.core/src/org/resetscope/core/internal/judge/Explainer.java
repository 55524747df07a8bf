package org.resetscope.core.internal.judge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.internal.judge.Judge.Judgement;
import org.resetscope.core.model.Cause;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** Puts a judgement into words that a network engineer would sign. */
final class Explainer {

    private static final int ALTERNATIVES = 3;
    private static final double WORTH_NAMING = 0.02;
    private static final double SURE = 0.95;

    private Explainer() {
    }

    static Verdict explain(Dossier d, List<Evidence> evidence, Judgement judgement, String location) {
        Cause cause = Causes.of(judgement.cause());
        double probability = probability(judgement);
        boolean open = judgement.sender() == Sender.UNDETERMINED || probability < SURE;
        return new Verdict(judgement.sender(), judgement.senders(), location, judgement.cause(), probability,
                fault(d, cause, judgement.sender()), alternatives(judgement), Effect.of(d), summary(d, cause, judgement, location),
                explanation(cause, d, evidence), fill(cause.remedy(), d), open ? next(cause, d, location) : List.of(), Judge.strongestFirst(evidence, judgement.cause()));
    }

    /** The user asked about what he stated, so the answer stands with the meaning, not only among the evidence. */
    private static String explanation(Cause cause, Dossier d, List<Evidence> evidence) {
        return Stream.concat(Stream.of(fill(cause.explanation(), d)), evidence.stream().filter(e -> e.group().equals(Evidence.STATED))
                .map(Evidence::text)).filter(s -> !s.isBlank()).collect(Collectors.joining(" "));
    }

    private static List<String> next(Cause cause, Dossier d, String location) {
        return fill(List.of(location == null ? cause.nextCapture() : "Capture at a further point " + location
                + ": each one halves the stretch in which the device stands."), d);
    }

    /** The bare verdict. */
    static Verdict name(Dossier d, Judgement judgement) {
        Cause cause = Causes.of(judgement.cause());
        return new Verdict(judgement.sender(), judgement.senders(), null, judgement.cause(), probability(judgement),
                fault(d, cause, judgement.sender()), List.of(), Effect.of(d), capital(cause.title()) + ".", "", List.of(), List.of(), List.of());
    }

    private static double probability(Judgement judgement) {
        return Math.min(1, judgement.causes().entrySet().stream().filter(e -> Causes.within(e.getKey(), judgement.cause()))
                .mapToDouble(Map.Entry::getValue).sum());
    }

    private static Sender fault(Dossier d, Cause cause, Sender sender) {
        return switch (cause.faulty()) {
            case CLIENT -> Sender.CLIENT;
            case SERVER -> Sender.SERVER;
            case INTERMEDIARY -> Sender.INTERMEDIARY;
            case SENDER -> sender == Sender.UNDETERMINED ? null : claimed(d);
            case NONE -> null;
        };
    }

    private static Sender claimed(Dossier d) {
        return d.claimedIsClient() ? Sender.CLIENT : Sender.SERVER;
    }

    private static List<Verdict.Alternative> alternatives(Judgement judgement) {
        return judgement.causes().entrySet().stream().filter(e -> !e.getKey().equals(judgement.cause()) && e.getValue() >= WORTH_NAMING)
                .limit(ALTERNATIVES).map(e -> new Verdict.Alternative(e.getKey(), e.getValue())).toList();
    }

    private static String summary(Dossier d, Cause cause, Judgement judgement, String location) {
        String claimed = "the " + d.claimedName() + " (" + (d.claimedIsClient() ? d.flow().client() : d.flow().server()) + ")";
        String sentence = fill(cause.sentence(), d);
        String likely = judgement.senders().values().stream().mapToDouble(Double::doubleValue).max().orElse(0) >= SURE ? "" : "Probably ";
        return switch (judgement.sender()) {
            case CLIENT, SERVER -> capital(likely + claimed) + " " + sentence + ".";
            case INTERMEDIARY -> capital(likely + "a device " + (location == null ? "between client and server" : location)) + " " + sentence + "; " + claimed + " did not send it.";
            case UNDETERMINED -> undetermined(d, cause, judgement, claimed);
        };
    }

    private static String undetermined(Dossier d, Cause cause, Judgement judgement, String claimed) {
        String start = "Sent in the name of " + claimed + ", but this capture does not decide whether by it or by a device between";
        if (cause.id().equals(Causes.UNKNOWN)) {
            return start + ".";
        }
        return start + "; likeliest: " + cause.title() + ".";
    }

    private static List<String> fill(List<String> texts, Dossier d) {
        return texts.stream().map(t -> fill(t, d)).toList();
    }

    private static String fill(String text, Dossier d) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return text.replace("{sender}", d.claimedName()).replace("{claimed}", d.claimedName()).replace("{peer}", d.receiverName())
                .replace("{port}", Integer.toString(d.flow().server().port())).replace("{client}", d.flow().client().address())
                .replace("{server}", d.flow().server().address())
                .replace("{idle}", text.contains("{idle}") ? idle(d) : "");
    }

    private static String idle(Dossier d) {
        Silence silence = Silence.before(d);
        return silence == null ? "some time" : Durations.text(silence.nanos());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
