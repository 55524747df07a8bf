package org.resetscope.firewall.internal.read;

import java.util.List;

import org.resetscope.firewall.internal.model.Family;

/** What may stand before a rule's command: packet counters, "sudo", the program's name, "-w" and "-t TABLE". */
final class Prefix {

    private Prefix() {
    }

    /** Number of words. */
    static int length(List<Token> tokens) {
        int i = 0;
        while (i < tokens.size()) {
            String word = tokens.get(i).text();
            if (word.equals("-t") || word.equals("--table")) {
                i += 2;
            } else if (word.startsWith("[") || word.equals("sudo") || word.equals("-w") || word.equals("--wait") || program(word)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** The table that -t names, anywhere in the line; null where it does not. */
    static String table(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("-t") || tokens.get(i).is("--table")) {
                return tokens.get(i + 1).text();
            }
        }
        return null;
    }

    /** As the program's name says, or the usual one. */
    static Family family(List<Token> tokens, Family usual) {
        for (Token token : tokens.subList(0, Math.min(length(tokens), tokens.size()))) {
            if (program(token.text())) {
                return token.text().contains("ip6tables") ? Family.IPV6 : Family.IPV4;
            }
        }
        return usual;
    }

    private static boolean program(String word) {
        return word.endsWith("iptables") || word.endsWith("ip6tables");
    }
}
