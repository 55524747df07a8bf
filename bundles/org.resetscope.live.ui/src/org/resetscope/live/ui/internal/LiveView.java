package org.resetscope.live.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.live.LiveCounts;
import org.resetscope.live.CaptureInterface;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/** Watches an interface: choose it, start, see resets come, stop. They are in the view Resets too, as those of any capture. */
public final class LiveView extends ViewPart {

    public static final String ID = "org.resetscope.live.ui.view";
    private static final String STYLE_ID = "org.eclipse.e4.ui.css.id";
    private static final String IDLE = "Choose an interface and start.";

    private static Sources sources = Sources.INTERFACES;

    private final OpenCaptures.Listener listener = new OpenCaptures.Listener() {
        @Override
        public void changed(OpenCapture capture) {
            onDisplay(() -> captureChanged(capture));
        }

        @Override
        public void closed(OpenCapture capture) {
            onDisplay(() -> captureClosed(capture));
        }
    };
    private Display display;
    private Combo interfaces;
    private Text filter;
    private Button button;
    private StyledText counters;
    private StyledText message;
    private LatestResets latest;
    private List<CaptureInterface> known = List.of();
    private OpenCapture watched;

    /** Replaces what can be watched; for tests. */
    public static void use(Sources other) {
        sources = other;
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        Composite frame = new Composite(parent, SWT.NONE);
        frame.setLayout(new GridLayout(6, false));
        label(frame, "Interface");
        interfaces = new Combo(frame, SWT.READ_ONLY);
        interfaces.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        label(frame, "Filter");
        filter = new Text(frame, SWT.BORDER | SWT.SINGLE);
        filter.setMessage("host 10.0.0.1 and tcp port 443");
        filter.setToolTipText("What to capture, as for tcpdump; empty for everything");
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        filter.addListener(SWT.DefaultSelection, e -> startOrStop());
        button = new Button(frame, SWT.PUSH);
        button.setText("Start");
        button.addListener(SWT.Selection, e -> startOrStop());
        Button again = new Button(frame, SWT.PUSH);
        again.setText("List Again");
        again.setToolTipText("Look for interfaces again");
        again.addListener(SWT.Selection, e -> list());
        counters = wide(frame);
        count("");
        message = wide(frame);
        message.setText(IDLE);
        latest = new LatestResets(frame);
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true, 6, 1);
        latest.control().setLayoutData(fill);
        latest.control().setData(STYLE_ID, "resetscope-content");
        getSite().setSelectionProvider(latest);
        Session.captures().addListener(listener);
        list();
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    /** To be read, and copied: remedies are commands. */
    private static StyledText wide(Composite parent) {
        StyledText text = new StyledText(parent, SWT.WRAP | SWT.READ_ONLY);
        text.setCaret(null);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 6, 1));
        text.addListener(SWT.Paint, e -> ground(text));
        return text;
    }

    /** As around it: the theme colours both, later than they are made. */
    private static void ground(StyledText text) {
        Color around = text.getParent().getBackground();
        if (!around.equals(text.getBackground())) {
            text.getDisplay().asyncExec(() -> {
                if (!text.isDisposed()) {
                    text.setBackground(around);
                }
            });
        }
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(listener);
        if (watched != null) {
            Session.captures().stop(watched);
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        interfaces.setFocus();
    }

    private void onDisplay(Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!interfaces.isDisposed()) {
                    work.run();
                }
            });
        }
    }

    private void list() {
        Job.createSystem("Listing interfaces", (ICoreRunnable) monitor -> {
            try {
                List<CaptureInterface> all = sources.all();
                onDisplay(() -> listed(all));
            } catch (IOException e) {
                onDisplay(() -> say(e.getMessage()));
            }
        }).schedule();
    }

    private void listed(List<CaptureInterface> all) {
        String chosen = interfaces.getSelectionIndex() < 0 ? "" : known.get(interfaces.getSelectionIndex()).name();
        known = all;
        interfaces.setItems(all.stream().map(LiveView::describe).toArray(String[]::new));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(chosen) || i == 0) {
                interfaces.select(i);
            }
        }
        if (all.isEmpty()) {
            say("There is no interface that you are permitted to capture on.");
        }
    }

    private static String describe(CaptureInterface i) {
        String what = i.addresses().isEmpty() ? i.description() : i.addresses().get(0);
        return i.name() + (what.isEmpty() ? "" : "  (" + what + ")") + (i.up() ? "" : "  down");
    }

    private void startOrStop() {
        if (watched != null) {
            button.setEnabled(false);
            Session.captures().stop(watched);
        } else if (interfaces.getSelectionIndex() >= 0) {
            start(known.get(interfaces.getSelectionIndex()).name());
        }
    }

    private void start(String name) {
        say("Watching " + name + (filter.getText().isBlank() ? "." : ", " + filter.getText() + "."));
        count("");
        latest.clear();
        interfaces.setEnabled(false);
        filter.setEnabled(false);
        button.setText("Stop");
        Path file = Recordings.next(name);
        watched = Session.captures().watch(file, new Watching(sources, name, filter.getText(), file, counts -> onDisplay(() -> count(counts)),
                note -> onDisplay(() -> say(note))));
    }

    private void captureChanged(OpenCapture capture) {
        if (capture != watched) {
            return;
        }
        latest.show(capture);
        if (capture.progress().state().ended()) {
            boolean nothing = capture.progress().state() == State.FAILED
                    || capture.captures().stream().allMatch(c -> c.packets() == 0);
            if (message.getText().startsWith("Watching")) {
                say(nothing ? "Stopped; nothing was captured." : "Stopped; recorded in " + capture.input().paths().get(0));
            }
            stopped();
            if (nothing) {
                Session.captures().close(capture);
            }
        }
    }

    private void captureClosed(OpenCapture capture) {
        if (capture == watched) {
            stopped();
        }
        latest.forget(capture);
    }

    private void stopped() {
        watched = null;
        interfaces.setEnabled(true);
        filter.setEnabled(true);
        button.setText("Start");
        button.setEnabled(true);
    }

    private void count(LiveCounts c) {
        count(String.format(Locale.ROOT, "%,d packets, %,d TCP connections, %,d resets; lost: %,d by the kernel, %,d by the device%s", c.packets(),
                c.flows(), c.resets(), Math.max(0, c.losses().kernel()), c.losses().device(),
                c.untold() == 0 ? "" : String.format(Locale.ROOT, "; %,d resets came too fast to be judged", c.untold())));
    }

    private void count(String words) {
        counters.setText(words);
        counters.setVisible(!words.isEmpty());
        ((GridData) counters.getLayoutData()).exclude = words.isEmpty();
        counters.requestLayout();
    }

    private void say(String text) {
        message.setText(text);
        message.requestLayout();
    }
}
