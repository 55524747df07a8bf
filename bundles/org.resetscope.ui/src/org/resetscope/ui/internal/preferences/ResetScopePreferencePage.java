package org.resetscope.ui.internal.preferences;

import java.util.Arrays;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.FileFieldEditor;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.resetscope.ui.internal.theme.Theme;
import org.resetscope.ui.internal.words.TimeFormat;

/** Window &gt; Preferences &gt; ResetScope. */
public final class ResetScopePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String THEME = "theme";

    private RadioGroupFieldEditor theme;

    public ResetScopePreferencePage() {
        super(GRID);
        setPreferenceStore(Preferences.store());
    }

    @Override
    protected void initialize() {
        super.initialize();
        // The theme engine keeps the choice, wherever it was made.
        getPreferenceStore().putValue(THEME, Theme.current().id());
        theme.load();
    }

    @Override
    public boolean performOk() {
        boolean ok = super.performOk();
        Theme wished = Theme.of(getPreferenceStore().getString(THEME));
        if (wished != Theme.current()) {
            wished.apply();
        }
        return ok;
    }

    @Override
    public void init(IWorkbench workbench) {
        // the store is at hand
    }

    @Override
    protected void createFieldEditors() {
        String[][] formats = Arrays.stream(TimeFormat.values()).map(f -> new String[] {f.label(), f.id()}).toArray(String[][]::new);
        addField(new RadioGroupFieldEditor(Preferences.TIME_FORMAT, "Times are shown as", 1, formats, getFieldEditorParent(), true));
        String[][] themes = {{"As the system", Theme.SYSTEM.id()}, {"Light", Theme.LIGHT.id()}, {"Dark", Theme.DARK.id()}};
        theme = new RadioGroupFieldEditor(THEME, "Theme", themes.length, themes, getFieldEditorParent(), true);
        addField(theme);
        FileFieldEditor wireshark = new FileFieldEditor(Preferences.WIRESHARK, "Wireshark", true, getFieldEditorParent());
        wireshark.setErrorMessage("Wireshark is to be the path of the program");
        wireshark.getTextControl(getFieldEditorParent()).setMessage("where it usually is");
        addField(wireshark);
        addField(new BooleanFieldEditor(Preferences.REOPEN, "Open the captures of the last run again at start", getFieldEditorParent()));
    }
}
