package org.resetscope.core.internal.log;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state in which HAProxy says that a session ended (its configuration manual, 8.5). */
final class HaproxyState {

    private static final Pattern STATE = Pattern.compile(" \\d{1,10}/-?\\d{1,10}/[-+/\\d]{1,50} (?:-?\\d{1,3} )?\\d{1,18} (?:[^ ]{1,64} [^ ]{1,64} )?"
            + "([CSPLRIDUKcs])([RQCHDLT])[-A-Z]{0,2} ");
    private static final Map<String, String> ENDED = Map.of("C", "the client aborted", "S", "the server aborted or refused", "P",
            "HAProxy ended it", "L", "HAProxy answered itself", "R", "a resource of HAProxy was exhausted", "I", "an error within HAProxy", "D",
            "the server went down", "c", "the client's time-out ran out", "s", "the server's time-out ran out");
    private static final Map<String, String> PHASE = Map.of("R", "before the request was complete", "Q", "in the queue", "C",
            "while connecting to the server", "H", "before the response's headers", "D", "while data passed", "L",
            "while the last data went out", "T", "in the tarpit");

    private HaproxyState() {
    }

    /** The same with the state in words before it, where the line has one. */
    static String explain(String message) {
        Matcher m = STATE.matcher(message);
        if (!message.contains("haproxy") || !m.find() || !ENDED.containsKey(m.group(1))) {
            return message;
        }
        return "(" + ENDED.get(m.group(1)) + " " + PHASE.get(m.group(2)) + ") " + message;
    }
}
