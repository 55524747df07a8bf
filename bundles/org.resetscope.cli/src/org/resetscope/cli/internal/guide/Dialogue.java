package org.resetscope.cli.internal.guide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Step;

import picocli.CommandLine.ParameterException;

/** Takes the steps with a person, one question at a time. */
final class Dialogue {

    private static final Map<Step, Question> QUESTIONS = Map.of(
            Step.HERE, new Question("point", "The capture, as FILE, client=FILE or server=FILE"),
            Step.THERE, new Question("point", "The other capture, as client=FILE or server=FILE"),
            Step.RULES, new Question("firewall", "A file of rules"),
            Step.ROUTER, new Question("router", "The id of its profile"),
            Step.LOGS, new Question("log", "A log file"));

    private final BufferedReader in;
    private final PrintWriter out;
    private final GuideText text;
    private final Function<Notes, Guide> look;

    /** @param name under which the answer is noted */
    private record Question(String name, String words) {
    }

    /** @param look what is known by these notes; throws {@link ParameterException} where they cannot be right */
    Dialogue(BufferedReader in, PrintWriter out, int width, Function<Notes, Guide> look) {
        this.in = in;
        this.out = out;
        this.text = new GuideText(out, width);
        this.look = look;
    }

    /** Ends at the last step, or when the person wants to. */
    Guide hold(Notes notes) throws IOException {
        out.println("Enter leaves a question out; q ends, and a later run goes on with the same --answers FILE.");
        Guide guide = look.apply(notes);
        for (List<String> first : List.of(List.of("client", "Address of the client"), List.of("server", "Address of the server, as ADDRESS:PORT"),
                List.of("interface", "Network interface here"))) {
            if (!notes.has(first.get(0)) && guide.analysis() == null) {
                String answer = ask(first.get(1));
                if (answer == null) {
                    return guide;
                }
                guide = noted(notes, first.get(0), answer, guide);
            }
        }
        out.println();
        text.verdict(guide);
        while (true) {
            out.println();
            Step step = guide.next();
            text.step(guide, step, false);
            Question question = QUESTIONS.get(step);
            if (question == null) {
                return guide;
            }
            String answer = ask(question.words());
            if (answer == null) {
                return guide;
            }
            Guide before = guide;
            if (!answer.isBlank()) {
                guide = step == Step.HERE || step == Step.THERE ? captured(notes, step, answer, guide) : noted(notes, question.name(), answer, guide);
            } else if (step == Step.HERE) {
                return guide; // nothing goes on without it
            } else {
                guide = noted(notes, "skip", step.id(), guide);
            }
            if (guide != before && !answer.isBlank()) {
                out.println();
                text.verdict(guide);
                text.findings(guide, step);
            }
        }
    }

    /** Captures are compared by the names of their points: where a second one comes, the first needs one too. */
    private Guide captured(Notes notes, Step step, String answer, Guide before) {
        if (step == Step.HERE) {
            return noted(notes, answer.contains("=") ? "point" : "capture", answer, before);
        }
        List<String> nameless = notes.all("capture").size() == 1 ? notes.all("capture") : List.of();
        nameless.forEach(file -> notes.add("point", (answer.startsWith("client=") ? "server=" : "client=") + file));
        nameless.forEach(file -> notes.remove("capture", file));
        Guide after = noted(notes, "point", answer.contains("=") ? answer : "server=" + answer, before);
        if (after == before) {
            nameless.forEach(file -> {
                notes.remove("point", "client=" + file);
                notes.remove("point", "server=" + file);
                notes.add("capture", file);
            });
        }
        return after;
    }

    /** @return null where the person has had enough */
    private String ask(String words) throws IOException {
        out.print(words + ": ");
        out.flush();
        String line = in.readLine();
        return line == null || line.strip().equals("q") ? null : line.strip();
    }

    /** @return the one before where the answer cannot be used */
    private Guide noted(Notes notes, String name, String value, Guide before) {
        notes.add(name, value);
        try {
            Guide after = look.apply(notes);
            if (after.analysis() == null || after.analysis().captures().stream().noneMatch(c -> !c.readable() && value.endsWith(c.file()))) {
                return after;
            }
        } catch (ParameterException e) {
            out.println(e.getMessage());
        }
        notes.remove(name, value);
        return before;
    }
}
