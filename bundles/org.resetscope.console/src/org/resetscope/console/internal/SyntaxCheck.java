package org.resetscope.console.internal;

import java.util.List;

import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.resetscope.console.ScriptProblem;
import org.resetscope.console.ScriptSource;

/**
 * Finds what the language does not allow. The text is parsed, not compiled: a compiler runs what annotations of the text ask for
 * ({@code @Grab}, {@code @ASTTest}).
 */
public final class SyntaxCheck {

    private SyntaxCheck() {
    }

    public static List<ScriptProblem> of(ScriptSource source) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        SourceUnit unit = new SourceUnit(source.name(), source.text(), configuration, null, new ErrorCollector(configuration));
        try {
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
            return List.of();
        } catch (MultipleCompilationErrorsException e) {
            return ScriptErrors.syntax(e, source.name());
        } catch (CompilationFailedException e) {
            return List.of(new ScriptProblem(source.name(), 0, 0, e.getMessage()));
        }
    }
}
