package org.resetscope.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.console.ScriptSource;
import org.resetscope.core.model.Reset;

/** Names are proposed by what is declared; nothing runs. */
class CompletionTest {

    private final ScriptSession session = new ScriptSession(OpenAnalyses.own(), new RecordedOutput());
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void bind() throws Exception {
        session.bind("selection", Reset.class, () -> {
            asked.incrementAndGet();
            return null;
        });
        session.evaluate(ScriptSource.typed("class Sly { int getTrap() { throw new Error() } }\nsly = new Sly(); numbers = [1, 2]"), null);
    }

    private List<String> names(String script) {
        return session.complete(script, script.length()).names();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "cap                                  | [captures]",
            "x = res                              | [resets]",
            "ti                                   | [tickets]",
            "resets.gro                           | [groupBy]",
            "resets[0].ver                        | [verdict]",
            "resets[0].flow.client.               | [address, port]",
            "resets.first().verdict.causeP        | [causeProbability]",
            "resets.groupBy { it.pac              | [packets]",
            "resets.findAll { it.flow }.sort { it.verdict.cau | [cause, causeProbability]",
            "table resets, n: { it.inc            | [incident]",
            "selection.verdict.su                 | [summary]",
            "sly.get                              | [getTrap]",
            "numbers[0].intV                      | [intValue]",
            "open('a.pcap').cap                   | [capture, captures]",
            "trace('r.v4').verd                   | [verdict]",
            "open 'res                            | []",
            "nothing.known.                       | []",
            "tickets.                             | []",
            "it                                   | []" })
    void proposes(String script, String expected) {
        assertEquals(expected, names(script).toString());
        assertEquals(0, asked.get(), "nothing may be evaluated");
    }

    @Test
    void replacesTheWordBegun() {
        assertEquals(7, session.complete("table (res, 'id')", 10).start());
        assertTrue(names("").containsAll(List.of("open", "table", "help", "resets", "args", "tickets")));
    }

    @Test
    @Timeout(5)
    void longTextIsNoBurden() {
        assertEquals(List.of(), names("a.b(c)[1].".repeat(20_000)));
        assertTrue(names("(".repeat(20_000)).contains("open"));
    }
}
