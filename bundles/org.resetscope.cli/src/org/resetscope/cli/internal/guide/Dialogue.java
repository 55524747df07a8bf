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
            Step.HERE, new Question("point", "The capture, as client=FILE or server=FILE"),
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
        for (List<String> first : List.of(List.of("client", "Address of the client"), List.of("server", "Address of the server, with :PORT"),
                List.of("interface", "Interface here"))) {
            if (!notes.has(first.get(0)) && guide.analysis() == null) {
                String answer = ask(first.get(1));
                if (answer == null) {
                    return guide;
                }
                guide = noted(notes, first.get(0), answer, guide);
            }
        }
        while (true) {
            out.println();
            text.verdict(guide);
            out.println();
            Step step = guide.next();
            text.step(guide, step);
            Question question = QUESTIONS.get(step);
            if (question == null) {
                return guide;
            }
            String answer = ask(question.words());
            if (answer == null) {
                return guide;
            }
            if (!answer.isBlank()) {
                guide = noted(notes, question.name(), answer, guide);
            } else if (step == Step.HERE) {
                return guide; // nothing goes on without it
            } else {
                guide = noted(notes, "skip", step.id(), guide);
            }
        }
    }

    /** @return null where the person has had enough */
    private String ask(String words) throws IOException {
        out.print(words + ": ");
        out.flush();
        String line = in.readLine();
        return line == null || line.strip().equals("q") ? null : line.strip();
    }

    private Guide noted(Notes notes, String name, String value, Guide before) {
        notes.add(name, value);
        try {
            return look.apply(notes);
        } catch (ParameterException e) {
            notes.remove(name, value);
            out.println(e.getMessage());
            return before;
        }
    }
}
