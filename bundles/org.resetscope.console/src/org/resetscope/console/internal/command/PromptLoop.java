package org.resetscope.console.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.DefaultParser.Bracket;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.resetscope.console.Completion;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptException;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.console.ScriptSource;

/** Reads a script from a terminal, evaluates it, and begins again, until the user leaves. */
final class PromptLoop {

    private static final Set<String> LEAVE = Set.of("exit", "quit");

    private final PrintStream out;
    private final boolean debug;
    private final StreamOutput output;
    private final ScriptSession session;
    private final LineReader reader;

    PromptLoop(Terminal terminal, PrintStream out, boolean debug) {
        this.out = out;
        this.debug = debug;
        output = new StreamOutput(terminal.output(), terminal.encoding(), out);
        session = new ScriptSession(OpenAnalyses.own(), output);
        terminal.handle(Signal.INT, signal -> session.stop());
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(null);
        parser.setEofOnUnclosedBracket(Bracket.CURLY, Bracket.ROUND, Bracket.SQUARE);
        reader = LineReaderBuilder.builder().appName("resetscope").terminal(terminal).parser(parser).completer(this::complete)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // "!" is Groovy's
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ").build();
        keepHistory();
    }

    private void keepHistory() {
        Path folder = UserData.folder();
        try {
            Files.createDirectories(folder);
            reader.setVariable(LineReader.HISTORY_FILE, folder.resolve("console-history"));
        } catch (IOException e) {
            // then what is typed lasts as long as the session
        }
    }

    private void complete(LineReader asking, ParsedLine line, List<Candidate> candidates) {
        Completion completion = session.complete(line.line(), line.cursor());
        int begun = line.cursor() - completion.start();
        if (begun <= line.wordCursor()) {
            String kept = line.word().substring(0, line.wordCursor() - begun);
            completion.names().forEach(name -> candidates.add(new Candidate(kept + name, name, null, null, null, null, false)));
        }
    }

    void run() throws IOException {
        while (true) {
            String typed;
            try {
                typed = reader.readLine("> ");
            } catch (UserInterruptException e) {
                continue; // Ctrl+C gives the line up
            } catch (EndOfFileException e) {
                return;
            }
            if (LEAVE.contains(typed.strip())) {
                return;
            }
            if (!typed.isBlank()) {
                evaluate(typed);
            }
        }
    }

    private void evaluate(String typed) throws IOException {
        try {
            session.run(ScriptSource.typed(typed), null);
        } catch (ScriptException e) {
            output.flush();
            out.println(e.getMessage());
            if (debug && e.getCause() != null) {
                e.getCause().printStackTrace(out);
            }
        }
        output.flush();
    }
}
