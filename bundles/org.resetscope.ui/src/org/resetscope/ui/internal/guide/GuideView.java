package org.resetscope.ui.internal.guide;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.guide.Answers;
import org.resetscope.core.guide.Ends;
import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Step;
import org.resetscope.ui.internal.richtext.RichTextWidget;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** "My connections get reset": the steps that lead to who did it, with what is known of the capture that the user works on. */
public final class GuideView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.guide";

    /** While captures are read, looking once in a while is enough. */
    private static final int DELAY_MILLIS = 200;

    private final OpenCaptures.Listener sessionChanged = new OpenCaptures.Listener() {
        @Override
        public void opened(OpenCapture capture) {
            chosen = capture;
            look();
        }

        @Override
        public void changed(OpenCapture capture) {
            look();
        }

        @Override
        public void closed(OpenCapture capture) {
            look();
        }
    };
    private final ISelectionListener selectionChanged = (part, selection) -> {
        if (part != this) {
            follow(selection);
        }
    };
    private final Job job = Job.createSystem("Looking for the next step", (ICoreRunnable) monitor -> find());
    private final Set<Step> unfolded = EnumSet.noneOf(Step.class);
    private volatile OpenCapture chosen;
    private volatile OpenReset pinned;
    private volatile Standing standing = Standing.NOTHING;
    private UiUpdate update;
    private Text client;
    private Text server;
    private Text networkInterface;
    private RichTextWidget text;

    @Override
    public void createPartControl(Composite parent) {
        Composite content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        Composite fields = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(10, 4).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        client = field(fields, "Client", "10.0.0.5");
        server = field(fields, "Server", "192.0.2.7:443");
        networkInterface = field(fields, "Interface", "any");
        text = new RichTextWidget(content, "Guide", target -> new GuideActions(this).follow(target));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text.control());
        CopyAction.install(getSite(), text::copyText);
        update = new UiUpdate(content, this::write);
        Session.captures().addListener(sessionChanged);
        getSite().getPage().addSelectionListener(selectionChanged);
        write();
        follow(getSite().getPage().getSelection());
        look();
    }

    private Text field(Composite parent, String label, String example) {
        new Label(parent, SWT.NONE).setText(label);
        Text field = new Text(parent, SWT.SINGLE | SWT.BORDER);
        field.setMessage(example);
        field.setToolTipText("Becomes part of the commands; empty: as seen in the capture");
        Accessibles.name(field, label);
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(field);
        field.addModifyListener(e -> write());
        return field;
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
        getSite().getPage().removeSelectionListener(selectionChanged);
        job.cancel();
        super.dispose();
    }

    @Override
    public void setFocus() {
        text.control().setFocus();
    }

    /** Goes on with this reset, where one is selected, or with the gravest of its capture. */
    void about(ISelection selection) {
        OpenReset reset = selected(selection, OpenReset.class);
        if (reset != null) {
            chosen = reset.capture();
            pinned = reset;
            look();
        } else {
            follow(selection);
        }
    }

    void aboutGravest(OpenCapture capture) {
        chosen = capture;
        pinned = null;
        look();
    }

    /** Follows the capture that the user works on. */
    private void follow(ISelection selection) {
        OpenReset reset = selected(selection, OpenReset.class);
        OpenCapture capture = reset != null ? reset.capture() : selected(selection, OpenCapture.class);
        if (capture != null && capture != chosen) {
            aboutGravest(capture);
        }
    }

    private static <T> T selected(ISelection selection, Class<T> type) {
        return selection instanceof IStructuredSelection structured && !structured.isEmpty() ? Adapters.adapt(structured.getFirstElement(), type) : null;
    }

    /** On any thread. */
    private void look() {
        job.schedule(DELAY_MILLIS);
    }

    private void find() {
        standing = Standing.of(chosen, pinned);
        update.request();
    }

    /** Says it anew, with what the user said since. */
    void write() {
        String wrong = "";
        Ends ends = Ends.UNKNOWN;
        try {
            ends = Ends.parse(said(client), said(server), said(networkInterface));
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage();
        }
        int top = text.control().getTopPixel();
        text.show(GuideText.of(new Guide(answers(ends), standing.analysis()), standing, unfolded, wrong));
        text.control().setTopPixel(top);
    }

    private static String said(Text field) {
        return field.getText().isBlank() ? null : field.getText().strip();
    }

    private Answers answers(Ends ends) {
        if (standing.capture() == null) {
            return new Answers(ends, List.of(), List.of(), List.of(), List.of(), Set.of());
        }
        Input input = standing.capture().input();
        return new Answers(ends, input.files(), texts(input.rules()), input.profiles(), texts(input.logs()), input.leftOut());
    }

    private static List<String> texts(List<Path> files) {
        return files.stream().map(Path::toString).toList();
    }

    Standing standing() {
        return standing;
    }

    void unfold(Step step) {
        if (!unfolded.remove(step)) {
            unfolded.add(step);
        }
        write();
    }

    void leaveOut(Step step) {
        OpenCapture capture = standing.capture();
        Set<Step> steps = EnumSet.noneOf(Step.class);
        steps.addAll(capture.input().leftOut());
        if (!steps.remove(step)) {
            steps.add(step);
        }
        Session.captures().leaveOut(capture, steps);
        write();
    }
}
