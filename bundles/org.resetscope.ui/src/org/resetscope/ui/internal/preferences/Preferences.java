package org.resetscope.ui.internal.preferences;

import java.io.IOException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.resetscope.ui.internal.words.TimeFormat;

/** What the workbench remembers of the user's wishes. */
public final class Preferences {

    public static final String TIME_FORMAT = "timeFormat";
    public static final String GROUPING = "grouping";
    /** Whether the captures of the last run are opened again. */
    public static final String REOPEN = "reopenCaptures";

    private static final ScopedPreferenceStore STORE = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.resetscope.ui");

    static {
        STORE.setDefault(TIME_FORMAT, TimeFormat.RELATIVE.id());
        STORE.setDefault(GROUPING, "none");
        STORE.setDefault(REOPEN, false);
    }

    private Preferences() {
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
