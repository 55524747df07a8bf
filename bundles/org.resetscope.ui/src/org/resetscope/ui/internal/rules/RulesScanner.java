package org.resetscope.ui.internal.rules;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.resetscope.ui.internal.theme.Palette;

/**
 * Finds what the languages of packet filters have in common: comments (from a "#" that starts a word to the end of the line, but not
 * within quotation marks; those of XML in a text of it), what rules decide, what they ask of a connection's state, and what holds rules together.
 */
final class RulesScanner extends RuleBasedScanner {

    private static final Set<String> LETS_PASS = Set.of("ACCEPT", "accept");
    private static final Set<String> ENDS = Set.of("DROP", "drop", "REJECT", "reject", "tcp-reset", "reset");
    private static final Set<String> STATES = Set.of("INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED", "invalid", "new", "established", "related",
            "untracked");
    private static final Set<String> HOLDS = Set.of("table", "chain", "set", "map", "flowtable", "define", "include", "type", "policy", "jump", "goto", "return",
            "RETURN", "COMMIT", "config", "option", "list", "-A", "-I", "-N", "-P", "-j", "-g", "rule", "nftables", "zone", "service", "port", "source",
            "forward-port", "masquerade");

    private final IRule[] lines;
    private final IRule[] markup;
    /** In JSON every word is in quotation marks. */
    private final IRule[] quoted;

    /** @param palette asked each time a piece of text is coloured */
    RulesScanner(Supplier<Palette> palette) {
        Token comment = token(palette, Palette::muted, SWT.NORMAL);
        Token plain = new Token(null);
        WordRule words = verdicts(palette);
        HOLDS.forEach(w -> words.addWord(w, token(palette, Palette::text, SWT.BOLD)));
        // an attribute may have the name of an element
        WordRule elements = new WordRule(new Words(), Token.UNDEFINED) {
            @Override
            public IToken evaluate(ICharacterScanner scanner) {
                return startsTag(scanner) ? super.evaluate(scanner) : Token.UNDEFINED;
            }
        };
        HOLDS.forEach(w -> elements.addWord(w, token(palette, Palette::text, SWT.BOLD)));
        IRule hash = new EndOfLineRule("#", comment) {
            @Override
            public IToken evaluate(ICharacterScanner scanner, boolean resume) {
                return startsWord(scanner) ? super.evaluate(scanner, resume) : Token.UNDEFINED;
            }
        };
        lines = new IRule[] {new SingleLineRule("\"", "\"", plain, '\\', true), hash, words};
        markup = new IRule[] {new MultiLineRule("<!--", "-->", comment, (char) 0, true), elements, verdicts(palette)};
        quoted = new IRule[] {words};
        setRules(lines);
    }

    private static WordRule verdicts(Supplier<Palette> palette) {
        WordRule words = new WordRule(new Words(), new Token(null));
        LETS_PASS.forEach(w -> words.addWord(w, token(palette, Palette::pro, SWT.NORMAL)));
        ENDS.forEach(w -> words.addWord(w, token(palette, Palette::contra, SWT.NORMAL)));
        STATES.forEach(w -> words.addWord(w, token(palette, Palette::link, SWT.NORMAL)));
        return words;
    }

    @Override
    public void setRange(IDocument document, int offset, int length) {
        setRules(switch (first(document)) {
            case '<' -> markup;
            case '{' -> quoted;
            default -> lines;
        });
        super.setRange(document, offset, length);
    }

    /** The first sign of a text, which tells XML and JSON from the languages of lines. */
    static char first(IDocument document) {
        try {
            for (int at = 0; at < document.getLength(); at++) {
                char c = document.getChar(at);
                if (!Character.isWhitespace(c)) {
                    return c;
                }
            }
        } catch (BadLocationException e) {
            return ' '; // changed meanwhile: it is coloured again
        }
        return ' ';
    }

    private static Token token(Supplier<Palette> palette, Function<Palette, Color> colour, int style) {
        return new Token(null) {
            @Override
            public Object getData() {
                return new TextAttribute(colour.apply(palette.get()), null, style);
            }
        };
    }

    private static boolean startsTag(ICharacterScanner scanner) {
        if (scanner.getColumn() == 0) {
            return false;
        }
        scanner.unread();
        int before = scanner.read();
        return before == '<' || before == '/';
    }

    private static boolean startsWord(ICharacterScanner scanner) {
        if (scanner.getColumn() == 0) {
            return true;
        }
        scanner.unread();
        return Character.isWhitespace(scanner.read());
    }

    private static final class Words implements IWordDetector {

        @Override
        public boolean isWordStart(char c) {
            return isWordPart(c);
        }

        @Override
        public boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '-' || c == '_';
        }
    }
}
