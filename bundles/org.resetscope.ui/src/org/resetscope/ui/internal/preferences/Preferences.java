package org.resetscope.ui.internal.preferences;

import java.io.IOException;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.resetscope.core.extension.Extensions;
import org.resetscope.ui.internal.words.HostNames;
import org.resetscope.ui.internal.words.TimeFormat;

/** What the workbench remembers of the user's wishes. */
public final class Preferences {

    public static final String TIME_FORMAT = "timeFormat";
    public static final String GROUPING = "grouping";
    /** Of hosts, as lines of {@code /etc/hosts}. */
    public static final String NAMES = "hostNames";
    /** Contributions that are switched off: "point/id" in lines. */
    public static final String SWITCHED_OFF = "switchedOff";
    /** Path of the program; empty for where it usually is. */
    public static final String WIRESHARK = "wireshark";
    /** Whether the captures of the last run are opened again. */
    public static final String REOPEN = "reopenCaptures";

    private static final ScopedPreferenceStore STORE = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.resetscope.ui");

    static {
        STORE.setDefault(TIME_FORMAT, TimeFormat.RELATIVE.id());
        STORE.setDefault(GROUPING, "none");
        STORE.setDefault(REOPEN, false);
        STORE.setDefault(WIRESHARK, "");
        STORE.setDefault(NAMES, "");
        STORE.setDefault(SWITCHED_OFF, "");
        STORE.addPropertyChangeListener(event -> take(event.getProperty()));
    }

    private Preferences() {
    }

    /** Hands on what works outside this package: at start all, later what changed. */
    public static void takeAll() {
        take(NAMES);
        take(SWITCHED_OFF);
    }

    private static void take(String property) {
        if (NAMES.equals(property)) {
            HostNames.use(STORE.getString(NAMES));
        } else if (SWITCHED_OFF.equals(property)) {
            Extensions.leaveOut(STORE.getString(SWITCHED_OFF).lines().filter(l -> !l.isBlank()).collect(Collectors.toSet()));
        }
    }

    public static IPreferenceStore store() {
        return STORE;
    }

    /** Writes them to disk. */
    public static void save() {
        try {
            STORE.save();
        } catch (IOException e) {
            ILog.of(Preferences.class).warn("Preferences could not be saved", e);
        }
    }

    public static TimeFormat timeFormat() {
        return TimeFormat.of(STORE.getString(TIME_FORMAT));
    }
}
