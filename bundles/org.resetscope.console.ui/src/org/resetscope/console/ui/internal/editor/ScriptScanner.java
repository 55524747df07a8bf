package org.resetscope.console.ui.internal.editor;

import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.console.ui.internal.Ink;

/** Finds comments, texts, the words of the language and the console's own in a script. */
final class ScriptScanner extends RuleBasedScanner {

    private static final Set<String> KEYWORDS = Set.of("as", "assert", "boolean", "break", "case", "catch", "class", "continue", "def", "default", "do",
            "double", "else", "enum", "extends", "false", "final", "finally", "for", "if", "implements", "import", "in", "instanceof", "int",
            "interface", "long", "new", "null", "return", "static", "super", "switch", "this", "throw", "throws", "true", "try", "var", "void", "while");

    /** @param control asked each time a piece of text is coloured: the theme may have changed */
    ScriptScanner(Supplier<? extends Control> control) {
        Token comment = token(control, Ink.MUTED, SWT.NORMAL);
        Token text = token(control, Ink.TEXT, SWT.NORMAL);
        Token own = token(control, Ink.TYPED, SWT.NORMAL);
        Token keyword = token(control, Ink.PLAIN, SWT.BOLD);
        WordRule words = new WordRule(new Words(), new Token(null));
        ScriptSession.verbs().forEach(verb -> words.addWord(verb, own));
        KEYWORDS.forEach(word -> words.addWord(word, keyword));
        setRules(new IRule[] {new EndOfLineRule("//", comment), new MultiLineRule("/*", "*/", comment, (char) 0, true),
                new MultiLineRule("'''", "'''", text, '\\', true), new MultiLineRule("\"\"\"", "\"\"\"", text, '\\', true),
                new SingleLineRule("'", "'", text, '\\', true), new SingleLineRule("\"", "\"", text, '\\', true), words});
    }

    private static Token token(Supplier<? extends Control> control, Ink ink, int style) {
        return new Token(null) {
            @Override
            public Object getData() {
                return new TextAttribute(ink.on(control.get()), null, style);
            }
        };
    }

    /** A name behind a point is somebody's property, whatever it is called. */
    private static final class Words implements IWordDetector {

        @Override
        public boolean isWordStart(char c) {
            return c == '.' || isWordPart(c);
        }

        @Override
        public boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '$';
        }
    }
}
