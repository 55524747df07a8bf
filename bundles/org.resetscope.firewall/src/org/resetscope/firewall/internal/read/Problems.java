package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;

/** Collects what is wrong with texts, but not more than anybody reads. */
public final class Problems {

    private static final int MOST = 500;

    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private int dropped;
    private String file;
    private int line;

    /** Where the following problems are. */
    void at(String newFile, int newLine) {
        file = newFile;
        line = newLine;
    }

    void add(String code, int column, String text) {
        add(code, file, line, column, text);
    }

    public void add(String code, String inFile, int inLine, int column, String text) {
        if (problems.size() < MOST) {
            problems.add(new ConfigurationProblem(code, text, inFile, inLine, column));
        } else {
            dropped++;
        }
    }

    /** Whether a text is all there; tells where it is not. */
    public boolean complete(ConfigurationText text) {
        if (text.truncated()) {
            add("too-large", text.name(), 1, 1, "the file goes on, but only its first " + ConfigurationText.MOST + " characters were read");
        }
        return !text.truncated();
    }

    public List<ConfigurationProblem> all() {
        List<ConfigurationProblem> all = new ArrayList<>(problems);
        if (dropped > 0) {
            all.add(new ConfigurationProblem("more-problems", "and " + dropped + " more problems", file, line, 1));
        }
        return all;
    }
}
