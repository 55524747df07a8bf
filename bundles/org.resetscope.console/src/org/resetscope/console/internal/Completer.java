package org.resetscope.console.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.console.Completion;

/** Tells what may stand at the cursor from names and declared types alone: nothing is evaluated. */
public final class Completer {

    /** a.b[0].c( ... ).d at the end: the path before the last point, and the word begun. */
    private static final Pattern PATH = Pattern.compile("((?:\\w+(?:\\([^()]*\\)|\\s*\\{[^{}]*\\})?(?:\\[\\d+\\])?\\??\\*?\\.)*)(\\w*)$");
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\([^()]*\\)|\\s*\\{[^{}]*\\})?(\\[\\d+\\])?(\\??)(\\*?)\\.");
    /** What a closure is given to: list.groupBy { or table list, title: { */
    private static final Pattern RECEIVER = Pattern.compile("((?:\\w+(?:\\([^()]*\\)|\\s*\\{[^{}]*\\})?(?:\\[\\d+\\])?\\.)*)\\w+\\s*\\(?\\s*$");
    private static final Pattern TABLE = Pattern.compile("\\btable[ (]\\s*((?:\\w+\\.)*\\w+)\\s*,[^{}]*$");

    /** Characters before the cursor that count. */
    private static final int MOST = 1000;

    private static final Shape VERBS = Shape.of(SessionScript.class);

    private final Names names;

    public Completer(Names names) {
        this.names = names;
    }

    public Completion at(String text, int cursor) {
        String before = text.substring(Math.max(0, cursor - MOST), cursor);
        Matcher path = PATH.matcher(before);
        if (inQuotes(before) || !path.find()) {
            return new Completion(cursor, List.of());
        }
        String word = path.group(2);
        Set<String> all = new TreeSet<>();
        if (path.group(1).isEmpty()) {
            all.addAll(names.all());
            all.addAll(verbs());
            if (closure(before) >= 0) {
                all.add("it");
            }
        } else {
            Shape shape = shape(path.group(1), before);
            if (shape != null) {
                all.addAll(shape.names());
            }
        }
        return new Completion(cursor - word.length(), all.stream().filter(name -> name.startsWith(word)).toList());
    }

    /** @param path steps that each end with a point */
    private Shape shape(String path, String before) {
        Matcher step = STEP.matcher(path);
        Shape shape = null;
        for (boolean first = true; step.find(); first = false) {
            String name = step.group(1);
            shape = !first ? shape.after(name) : name.equals("it") ? it(before) : step.group(0).startsWith(name + "(") ? VERBS.after(name) : names.shape(name);
            if (shape != null && (step.group(2) != null || !step.group(4).isEmpty())) {
                shape = shape.member();
            }
            if (shape == null) {
                return null;
            }
        }
        return shape;
    }

    /** What "it" is in the closure that is being typed. */
    private Shape it(String before) {
        int brace = closure(before);
        if (brace < 0) {
            return null;
        }
        String head = before.substring(0, brace);
        Matcher table = TABLE.matcher(head);
        Matcher receiver = RECEIVER.matcher(head);
        Shape list = table.find() ? shape(table.group(1) + ".", head)
                : receiver.find() && !receiver.group(1).isEmpty() ? shape(receiver.group(1), head) : null;
        return list == null ? null : list.member();
    }

    /** Where the innermost open closure begins, or -1. */
    private static int closure(String before) {
        int depth = 0;
        for (int i = before.length() - 1; i >= 0; i--) {
            char c = before.charAt(i);
            if (c == '}') {
                depth++;
            } else if (c == '{' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean inQuotes(String before) {
        char open = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (c == '\\') {
                i++;
            } else if (open == 0 && (c == '\'' || c == '"')) {
                open = c;
            } else if (c == open || c == '\n') {
                open = 0;
            }
        }
        return open != 0;
    }

    /** What scripts can do by name. */
    public static Set<String> verbs() {
        Set<String> verbs = new TreeSet<>(Set.of("help"));
        for (Method method : SessionScript.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !method.getName().startsWith("get")) {
                verbs.add(method.getName());
            }
        }
        return verbs;
    }
}
