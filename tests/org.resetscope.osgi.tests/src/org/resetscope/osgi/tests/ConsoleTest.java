package org.resetscope.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptOutput;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.Table;
import org.resetscope.console.session.ScriptSession;

/** In a framework, scripts see Groovy's own classes, the console's and the engine's, each from its bundle. */
class ConsoleTest {

    private final StringBuilder shown = new StringBuilder();
    private final ScriptSession session = new ScriptSession(OpenAnalyses.own(), new ScriptOutput() {
        @Override
        public void text(String text) {
            shown.append(text);
        }

        @Override
        public void table(Table table) {
            shown.append(table).append('\n');
        }

        @Override
        public void problem(String text) {
            shown.append(text).append('\n');
        }
    });

    private Object typed(String script) throws ScriptException {
        return session.evaluate(ScriptSource.typed(script), null);
    }

    @Test
    void closuresClassesAndTheEngineAreThere() throws Exception {
        assertEquals(6, typed("[1, 2, 3].inject(0) { sum, x -> sum + x }"));
        assertEquals("connection refused", typed("Causes.title('endpoint.refused')"));
        assertEquals("x", typed("class P { String a }\nnew P(a: 'x').a"));
        session.run(ScriptSource.typed("table([a: 1, b: 2], 'name', 'n')"), null);
        assertEquals("name  n\n----  -\na     1\nb     2\n", shown.toString());
    }

    @Test
    void errorsNameTheLine() {
        try {
            fail("" + typed("1\nfoo"));
        } catch (ScriptException e) {
            assertEquals("prompt:2: there is no 'foo'", e.getMessage());
        }
    }
}
