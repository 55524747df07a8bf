package org.resetscope.ui.internal.profiles;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.extension.Extensions;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;

/** What the installed plug-ins know of routers, firewalls, NATs and load balancers: vendors, devices, settings; with a search. */
public final class ProfilesView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.profiles";

    /** Long enough to type on, short enough to feel immediate. */
    private static final int DELAY_MILLIS = 200;

    /** Plug-ins come and go. */
    private final IRegistryEventListener plugins = new IRegistryEventListener() {
        @Override
        public void added(IExtension[] extensions) {
            read();
        }

        @Override
        public void removed(IExtension[] extensions) {
            read();
        }

        @Override
        public void added(IExtensionPoint[] points) {
            // extensions are what counts
        }

        @Override
        public void removed(IExtensionPoint[] points) {
            // extensions are what counts
        }
    };
    private final Runnable search = this::fill;
    private Display display;
    private Composite pages;
    private Composite content;
    private Hint hint;
    private Text words;
    private ProfileTree tree;
    private ProfileDetails details;
    private DeviceProfiles profiles;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        content = new Composite(pages, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 4;
        layout.marginHeight = 3;
        content.setLayout(layout);
        words = searchField(content);
        SashForm sash = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tree = new ProfileTree(sash, chosen -> details.show(chosen));
        details = new ProfileDetails(sash);
        sash.setWeights(58, 42);
        CopyAction.install(getSite(), details::copyText);
        Platform.getExtensionRegistry().addListener(plugins, Extensions.DEVICE_PROFILES);
        hint.show("Reading profiles …");
        top(hint.control());
        read();
    }

    private Text searchField(Composite parent) {
        Text field = new Text(parent, SWT.SINGLE | SWT.SEARCH | SWT.ICON_CANCEL);
        field.setMessage("Search, for example: cisco half-closed, or 350");
        field.setToolTipText("Shows the devices in which each word occurs: vendor, device, settings, values, sources");
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Accessibles.name(field, "Search in router profiles");
        field.addModifyListener(e -> display.timerExec(DELAY_MILLIS, search));
        field.addListener(SWT.DefaultSelection, e -> tree.setFocus());
        return field;
    }

    @Override
    public void dispose() {
        Platform.getExtensionRegistry().removeListener(plugins);
        super.dispose();
    }

    @Override
    public void setFocus() {
        if (content.isVisible()) {
            words.setFocus();
        } else {
            hint.control().setFocus();
        }
    }

    /** On any thread. */
    private void read() {
        InstalledProfiles.read(display, this::show);
    }

    private void show(DeviceProfiles all) {
        if (pages.isDisposed()) {
            return;
        }
        profiles = all;
        int problems = all.problems().size();
        setContentDescription(problems == 0 ? "" : problems == 1 ? all.problems().get(0).text()
                : all.problems().get(0).text() + " (and " + (problems - 1) + " more problems)");
        if (all.all().isEmpty()) {
            hint.show(InstalledProfiles.NONE);
        } else {
            fill();
        }
        top(all.all().isEmpty() ? hint.control() : content);
    }

    private void fill() {
        if (!pages.isDisposed() && profiles != null) {
            tree.fill(profiles, words.getText());
        }
    }

    private void top(Control control) {
        ((StackLayout) pages.getLayout()).topControl = control;
        pages.layout();
    }
}
