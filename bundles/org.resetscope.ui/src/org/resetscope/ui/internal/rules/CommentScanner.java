package org.resetscope.ui.internal.rules;

import java.util.function.Supplier;

import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.graphics.Color;

/** Finds comments: from a "#" that starts a word to the end of the line, but not within quotation marks. */
final class CommentScanner extends RuleBasedScanner {

    /** @param colour of comments, asked each time a piece of text is coloured */
    CommentScanner(Supplier<Color> colour) {
        Token comment = new Token(null) {
            @Override
            public Object getData() {
                return new TextAttribute(colour.get());
            }
        };
        Token plain = new Token(null);
        setRules(new IRule[] {new SingleLineRule("\"", "\"", plain, '\\', true), new EndOfLineRule("#", comment) {
            @Override
            public IToken evaluate(ICharacterScanner scanner, boolean resume) {
                return startsWord(scanner) ? super.evaluate(scanner, resume) : Token.UNDEFINED;
            }
        }});
    }

    private static boolean startsWord(ICharacterScanner scanner) {
        if (scanner.getColumn() == 0) {
            return true;
        }
        scanner.unread();
        return Character.isWhitespace(scanner.read());
    }
}
