package org.resetscope.ui.internal.preferences;

import java.util.Arrays;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.resetscope.ui.internal.words.TimeFormat;

/** Window &gt; Preferences &gt; ResetScope. */
public final class ResetScopePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public ResetScopePreferencePage() {
        super(GRID);
        setPreferenceStore(Preferences.store());
    }

    @Override
    public void init(IWorkbench workbench) {
        // the store is at hand
    }

    @Override
    protected void createFieldEditors() {
        String[][] formats = Arrays.stream(TimeFormat.values()).map(f -> new String[] {f.label(), f.id()}).toArray(String[][]::new);
        addField(new RadioGroupFieldEditor(Preferences.TIME_FORMAT, "Times are shown as", 1, formats, getFieldEditorParent(), true));
        addField(new BooleanFieldEditor(Preferences.REOPEN, "Open the captures of the last run again at start", getFieldEditorParent()));
    }
}
