package org.resetscope.core.filter;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/** The single conditions of a filter. */
final class Conditions {

    /** The roots of the tree of causes; plug-ins may add children only. */
    private static final Set<String> CAUSE_ROOTS = Set.of("endpoint", "middlebox", "injected", "unknown");
    private static final Pattern CAUSE = Pattern.compile("[a-z*][a-z0-9*-]*(\\.[a-z0-9*-]+)*");
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Pattern ENDPOINT = Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[^\\]]*\\]):(\\d+)");

    private Conditions() {
    }

    /** A word without a key says by its look what it is. */
    static Predicate<Reset> bare(Token word) throws Filter.SyntaxException {
        String text = word.text();
        if (PORTS.matcher(text).matches()) {
            return port(word);
        }
        Matcher endpoint = ENDPOINT.matcher(text);
        if (endpoint.matches()) {
            return endpoint(word, endpoint);
        }
        if (Character.isDigit(text.charAt(0)) || text.indexOf(':') >= 0) {
            return address(word);
        }
        if (senderOf(text) != null) {
            return sender(word);
        }
        if (isCause(text.toLowerCase(Locale.ROOT))) {
            return cause(word);
        }
        throw new Filter.SyntaxException("'" + text + "' is no address, port, sender (client, server, intermediary, undetermined) or cause"
                + " (endpoint..., middlebox..., injected..., unknown)", word.column());
    }

    static Predicate<Reset> address(Token value) throws Filter.SyntaxException {
        AddressBlock block = block(value, value.text());
        return r -> block.contains(r.flow().client().address()) || block.contains(r.flow().server().address());
    }

    static Predicate<Reset> port(Token value) throws Filter.SyntaxException {
        Matcher matcher = PORTS.matcher(value.text());
        if (!matcher.matches()) {
            throw new Filter.SyntaxException("'" + value.text() + "' is no port (443) or range of ports (8000-8099)", value.column());
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last > 65535 || first > last) {
            throw new Filter.SyntaxException("'" + value.text() + "': ports go from 0 to 65535, a range upwards", value.column());
        }
        return r -> within(r.flow().client().port(), first, last) || within(r.flow().server().port(), first, last);
    }

    static Predicate<Reset> cause(Token value) throws Filter.SyntaxException {
        String text = value.text().toLowerCase(Locale.ROOT);
        if (!isCause(text)) {
            throw new Filter.SyntaxException("'" + value.text() + "' is no cause: causes begin with endpoint., middlebox. or injected.,"
                    + " or are unknown", value.column());
        }
        // a cause stands for its children too, so "endpoint.*" and "endpoint" mean the same
        String own = text.endsWith(".*") ? text.substring(0, text.length() - 2) : text;
        Pattern pattern = Pattern.compile(own.replace(".", "\\.").replace("*", ".*") + "(\\..*)?");
        return r -> pattern.matcher(r.verdict().cause()).matches();
    }

    static Predicate<Reset> sender(Token value) throws Filter.SyntaxException {
        Sender sender = senderOf(value.text());
        if (sender == null) {
            throw new Filter.SyntaxException("'" + value.text() + "' is no sender: one of client, server, intermediary, undetermined", value.column());
        }
        return r -> r.verdict().sender() == sender;
    }

    private static Predicate<Reset> endpoint(Token word, Matcher parts) throws Filter.SyntaxException {
        AddressBlock block = block(word, parts.group(1).replaceAll("[\\[\\]]", ""));
        String port = parts.group(2);
        if (port.length() > 5 || Integer.parseInt(port) > 65535) {
            throw new Filter.SyntaxException("'" + word.text() + "': ports go from 0 to 65535", word.column());
        }
        int number = Integer.parseInt(port);
        return r -> r.flow().client().port() == number && block.contains(r.flow().client().address())
                || r.flow().server().port() == number && block.contains(r.flow().server().address());
    }

    private static AddressBlock block(Token value, String text) throws Filter.SyntaxException {
        AddressBlock block = AddressBlock.parse(text);
        if (block == null) {
            throw new Filter.SyntaxException("'" + value.text() + "' is no address (10.0.0.1, 2001:db8::1) or block of addresses (10.0.0.0/8)",
                    value.column());
        }
        return block;
    }

    private static boolean isCause(String text) {
        if (!CAUSE.matcher(text).matches()) {
            return false;
        }
        String root = text.split("\\.", 2)[0];
        return root.indexOf('*') >= 0 || CAUSE_ROOTS.contains(root);
    }

    private static Sender senderOf(String text) {
        for (Sender sender : Sender.values()) {
            if (sender.id().equalsIgnoreCase(text)) {
                return sender;
            }
        }
        return null;
    }

    private static boolean within(int port, int first, int last) {
        return port >= first && port <= last;
    }
}
