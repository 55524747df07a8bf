package org.resetscope.visual.internal.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;

/** How drawings word what several of them say. */
public final class Say {

    private static final int MOST_FILES = 3;
    private static final String NO_BREAK = "\u00a0";

    private Say() {
    }

    /** "1 reset", "2 000 resets". */
    public static String count(long n, String one) {
        return number(n) + " " + one + (n == 1 ? "" : "s");
    }

    public static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(",", NO_BREAK);
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Where a reset was seen: "frame 12", or "frame 12 at client" where there are several points. */
    public static String where(Analysis analysis, Reset reset) {
        FrameRef frame = reset.packets().get(0).frame();
        Capture capture = analysis.capture(frame.capture());
        return "frame " + frame.frame() + (capture.point() == null ? "" : " at " + capture.point());
    }

    /** The files that a reset was seen in. */
    public static String files(Analysis analysis, Reset reset) {
        return files(reset.packets().stream().map(p -> analysis.capture(p.frame().capture())).distinct().toList());
    }

    public static String files(List<Capture> captures) {
        String names = captures.stream().limit(MOST_FILES).map(c -> fileName(c.file())).collect(Collectors.joining(", "));
        return captures.size() > MOST_FILES ? names + " and " + (captures.size() - MOST_FILES) + " more" : names;
    }

    /** Last part of a path, whatever system it comes from. */
    public static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
