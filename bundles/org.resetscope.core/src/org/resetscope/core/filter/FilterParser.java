package org.resetscope.core.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.resetscope.core.filter.Token.Kind;
import org.resetscope.core.model.Reset;

/**
 * Recursive descent over
 *
 * <pre>
 * either  = both { "or" both }
 * both    = single { [ "and" ] single }
 * single  = "not" single | "(" either ")" | key ( "=" | "!=" ) value { "," value } | value
 * </pre>
 */
final class FilterParser {

    /** Deep enough for any person, shallow enough for any stack. */
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int next;
    private int depth;

    private FilterParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static Predicate<Reset> parse(String text) throws Filter.SyntaxException {
        FilterParser parser = new FilterParser(Token.split(text));
        Predicate<Reset> filter = parser.either();
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            throw new Filter.SyntaxException(rest.kind() == Kind.CLOSE ? "')' without '('" : rest.shown() + " does not belong here", rest.column());
        }
        return filter;
    }

    private Predicate<Reset> either() throws Filter.SyntaxException {
        Predicate<Reset> left = both();
        while (peek().is("or")) {
            next++;
            left = left.or(both());
        }
        return left;
    }

    private Predicate<Reset> both() throws Filter.SyntaxException {
        Predicate<Reset> left = single();
        while (true) {
            if (peek().is("and")) {
                next++;
            } else if (peek().is("or") || peek().kind() != Kind.WORD && peek().kind() != Kind.OPEN) {
                return left;
            }
            left = left.and(single());
        }
    }

    private Predicate<Reset> single() throws Filter.SyntaxException {
        Token token = tokens.get(next);
        if (++depth > DEEPEST) {
            throw new Filter.SyntaxException("the filter is nested too deeply", token.column());
        }
        try {
            if (token.is("not")) {
                next++;
                return single().negate();
            }
            if (token.kind() == Kind.OPEN) {
                next++;
                Predicate<Reset> inner = either();
                if (peek().kind() != Kind.CLOSE) {
                    throw new Filter.SyntaxException("expected ')' but found " + peek().shown(), peek().column());
                }
                next++;
                return inner;
            }
            if (token.kind() != Kind.WORD || token.is("and") || token.is("or")) {
                throw new Filter.SyntaxException("expected a condition but found " + token.shown(), token.column());
            }
            next++;
            Kind operator = peek().kind();
            if (operator == Kind.EQUAL || operator == Kind.NOT_EQUAL) {
                next++;
                Predicate<Reset> comparison = anyValue(token);
                return operator == Kind.EQUAL ? comparison : comparison.negate();
            }
            return Conditions.bare(token);
        } finally {
            depth--;
        }
    }

    private Predicate<Reset> anyValue(Token key) throws Filter.SyntaxException {
        Predicate<Reset> any = null;
        do {
            if (any != null) {
                next++; // the comma
            }
            Token value = peek();
            if (value.kind() != Kind.WORD) {
                throw new Filter.SyntaxException("expected a value for " + key.text() + " but found " + value.shown(), value.column());
            }
            next++;
            Predicate<Reset> one = switch (key.text().toLowerCase(Locale.ROOT)) {
                case "address" -> Conditions.address(value);
                case "port" -> Conditions.port(value);
                case "cause" -> Conditions.cause(value);
                case "sender" -> Conditions.sender(value);
                default -> throw new Filter.SyntaxException("unknown key '" + key.text() + "': one of address, port, cause, sender", key.column());
            };
            any = any == null ? one : any.or(one);
        } while (peek().kind() == Kind.COMMA);
        return any;
    }

    private Token peek() {
        return tokens.get(next);
    }
}
