package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.junit.jupiter.api.Test;

/** The workbench opens as a user meets it. */
class WorkbenchTest {

    @Test
    void opensWithResets() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        assertNotNull(window);
        assertEquals("Resets", window.getActivePage().getPerspective().getLabel());
    }

    @Test
    void emptyWorkbenchSaysWhatToDo() {
        Bot bot = new Bot();
        bot.size(1400, 900);
        assertTrue(bot.says("File > Open"));
        bot.screenshot("empty");
    }

    /** Pages that other plug-ins bring without being of use here. */
    @Test
    void preferencesAreOurs() {
        List<String> pages = PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
                .filter(node -> !WorkbenchActivityHelper.filterItem(node)).map(IPreferenceNode::getId).toList();
        assertTrue(pages.contains("org.resetscope.ui.preferences"), pages.toString());
        assertTrue(pages.stream().noneMatch(id -> id.contains("ansi")), pages.toString());
    }
}
