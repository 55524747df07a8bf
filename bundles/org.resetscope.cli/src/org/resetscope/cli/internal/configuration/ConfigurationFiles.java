package org.resetscope.cli.internal.configuration;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;

/** The files of a command line: reads them, and tells what is wrong with them. */
public final class ConfigurationFiles {

    /** More would drown what matters; machines get all of them in the report. */
    private static final int MOST_TOLD = 20;

    private final PrintStream err;
    private final List<ConfigurationText> texts = new ArrayList<>();
    private boolean unreadable;
    private int told;

    public ConfigurationFiles(PrintStream err) {
        this.err = err;
    }

    /** Reads files; "-" is standard input. Those that cannot be read, or that no plug-in knows, are told and left out. */
    public void read(List<String> names, Configurations configurations) {
        for (String name : names) {
            try {
                ConfigurationText text = read(name);
                if (configurations.recognises(text)) {
                    texts.add(text);
                } else {
                    unreadable(name + ": this is no configuration that ResetScope knows (iptables-save, ip6tables-save, nft, OpenWrt, firewalld, sysctl)");
                }
            } catch (IOException e) {
                unreadable(name + ": " + reason(e));
            }
        }
    }

    private static ConfigurationText read(String name) throws IOException {
        if (name.equals("-")) {
            return ConfigurationText.read("standard input", System.in);
        }
        Path file = new File(name).toPath();
        if (Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ConfigurationText.read(name, in);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : "cannot be read: " + e.getMessage();
    }

    private void unreadable(String message) {
        err.println("resetscope: " + Plain.line(message));
        unreadable = true;
    }

    /** Tells problems, as far as somebody reads them. */
    public void tell(List<ConfigurationProblem> problems) {
        for (ConfigurationProblem p : problems) {
            if (++told <= MOST_TOLD) {
                err.println("resetscope: " + Plain.line(p.file() + ":" + p.line() + ":" + p.column() + ": " + p.text()));
            }
        }
    }

    /** Says how many problems were not told. */
    public void finish() {
        if (told > MOST_TOLD) {
            err.println("resetscope: and " + (told - MOST_TOLD) + " more problems; --format json has all of them");
        }
    }

    public List<ConfigurationText> texts() {
        return texts;
    }

    /** Whether a file could not be read at all. */
    public boolean unreadable() {
        return unreadable;
    }
}
