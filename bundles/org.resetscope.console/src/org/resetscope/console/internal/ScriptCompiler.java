package org.resetscope.console.internal;

import java.util.HashMap;
import java.util.Map;

import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.resetscope.console.ScriptSource;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;

/** Turns text into a script that can be stopped, with the verbs of the console. */
final class ScriptCompiler {

    private final GroovyShell typed;
    private final GroovyShell files;
    /** Groovy names a class after its file, and a script resets.groovy would hide "resets": so files get names of ours. */
    private final Map<String, String> names = new HashMap<>();

    ScriptCompiler(Binding binding) {
        ClassLoader loader = new ScriptClassLoader();
        CompilerConfiguration forTyped = configuration();
        forTyped.addCompilationCustomizers(new TypedDeclarations());
        typed = new GroovyShell(loader, binding, forTyped);
        files = new GroovyShell(loader, binding, configuration());
    }

    private static CompilerConfiguration configuration() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(SessionScript.class.getName());
        configuration.addCompilationCustomizers(
                new ImportCustomizer().addStarImports("org.resetscope.core", "org.resetscope.core.model",
                        "org.resetscope.core.pattern"), new HelpNames(), new StopChecks());
        return configuration;
    }

    SessionScript compile(ScriptSource source) {
        String internal = "Script_" + (names.size() + 1) + ".groovy";
        names.put(internal, source.name());
        return (SessionScript) (source.typed() ? typed : files).parse(source.text(), internal);
    }

    /** As its user knows it; null for what is no script of this session. */
    String shownName(String file) {
        return names.get(file);
    }
}
