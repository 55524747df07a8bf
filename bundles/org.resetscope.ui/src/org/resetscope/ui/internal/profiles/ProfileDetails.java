package org.resetscope.ui.internal.profiles;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.ui.internal.profiles.ProfileTree.Chosen;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;

/** A device's settings in full: value, what happens then, how it is changed, and where the fact comes from. */
final class ProfileDetails {

    private static final int MARGIN = 10;

    private final StyledText text;
    private final Font bold;
    private final List<StyleRange> strong = new ArrayList<>();
    private final List<StyleRange> muted = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    ProfileDetails(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setLineSpacing(2);
        Content.mark(text);
        Accessibles.name(text, "Details of the router profile");
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), text);
        bold = resources.create(FontDescriptor.createFrom(text.getFont()).setStyle(SWT.BOLD));
        PaletteChange.listen(text, this::style);
    }

    void show(Chosen chosen) {
        words.setLength(0);
        strong.clear();
        muted.clear();
        DeviceProfile profile = chosen.profile();
        if (profile == null) {
            add("Select a device or a setting to see how it is changed and where the fact comes from.", muted);
        } else {
            add(profile.title(), strong);
            add(" (" + profile.id() + ")\n", muted);
            if (chosen.setting() == null && !profile.steps().isEmpty()) {
                add("\nStep by step\n", strong);
                for (int i = 0; i < profile.steps().size(); i++) {
                    words.append(i + 1).append(". ").append(profile.steps().get(i)).append('\n');
                }
            }
            List<DeviceSetting> settings = chosen.setting() == null ? profile.settings() : List.of(chosen.setting());
            settings.forEach(this::setting);
        }
        text.setText(words.toString());
        style();
        text.setTopPixel(0);
    }

    private void setting(DeviceSetting setting) {
        words.append('\n');
        add(setting.name() + "\n", strong);
        line("As delivered", setting.valueText());
        line("At expiry", setting.atExpiry());
        line("Change", setting.change());
        line("Source", setting.source());
        line("Confidence", setting.confidenceText());
    }

    private void line(String label, String value) {
        add(label + ": ", muted);
        words.append(value == null ? "unknown" : value).append('\n');
    }

    private void add(String part, List<StyleRange> ranges) {
        ranges.add(new StyleRange(words.length(), part.length(), null, null));
        words.append(part);
    }

    /** Colours follow the theme. */
    private void style() {
        text.setStyleRanges(new StyleRange[0]);
        strong.forEach(range -> range.font = bold);
        muted.forEach(range -> range.foreground = Palette.of(text).muted());
        strong.forEach(text::setStyleRange);
        muted.forEach(text::setStyleRange);
    }

    /** What is selected, or everything. */
    String copyText() {
        return text.getSelectionCount() > 0 ? text.getSelectionText() : text.getText();
    }
}
