package org.resetscope.ui.internal.captures;

import java.util.stream.Collectors;

import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.resetscope.core.model.Capture;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Progress;

/** Name and state of a capture, and everything about it as a hover. */
final class CaptureLabels extends StyledCellLabelProvider {

    private static final int LINE_GAP = 8;

    private final StyledString.Styler muted;

    /** @param control whose background decides the colours */
    CaptureLabels(Control control) {
        muted = new StyledString.Styler() {
            @Override
            public void applyStyles(TextStyle style) {
                style.foreground = Palette.of(control).muted();
            }
        };
    }

    @Override
    public void update(ViewerCell cell) {
        OpenCapture capture = (OpenCapture) cell.getElement();
        StyledString text = new StyledString(capture.name());
        text.append("\n" + state(capture), muted);
        cell.setText(text.getString());
        cell.setStyleRanges(text.getStyleRanges());
        cell.setImage(image(capture));
        super.update(cell);
    }

    @Override
    protected void measure(Event event, Object element) {
        super.measure(event, element);
        event.height = Math.max(event.height, 2 * event.gc.getFontMetrics().getHeight() + LINE_GAP);
    }

    @Override
    public String getToolTipText(Object element) {
        OpenCapture capture = (OpenCapture) element;
        StringBuilder text = new StringBuilder(files(capture)).append('\n').append(Words.capital(state(capture)));
        capture.captures().stream().filter(Capture::readable).forEach(c -> text.append('\n')
                .append(c.point() == null ? "" : c.point() + ": ").append(c.format()).append(", ")
                .append(Words.count(c.packets(), "packet", "packets")).append(", ")
                .append(Words.count(c.flows(), "TCP connection", "TCP connections")));
        capture.problems().stream().filter(p -> !p.text().equals(capture.progress().reason()))
                .forEach(problem -> text.append('\n').append(problem.text()));
        capture.input().rules().forEach(rules -> text.append("\nHeld against ").append(rules));
        capture.input().logs().forEach(log -> text.append("\nWith ").append(log));
        return text.toString();
    }

    private static String files(OpenCapture capture) {
        return capture.input().files().stream().map(f -> f.point() == null ? f.file() : f.point() + ": " + f.file())
                .collect(Collectors.joining("\n"));
    }

    static String state(OpenCapture capture) {
        Progress progress = capture.progress();
        String resets = capture.resets().isEmpty() ? "no resets" : Words.count(capture.resets().size(), "reset", "resets");
        return switch (progress.state()) {
            case WAITING -> "waiting";
            case READING -> "reading " + progress.percent() + " %";
            case WATCHING -> "watching, " + resets;
            case COMPLETE -> capture.problems().isEmpty() ? resets : resets + ", read in part";
            case STOPPED -> progress.reason() + ", " + resets;
            case FAILED -> reason(capture);
        };
    }

    /** Reasons begin with the file, which stands in the line above already. */
    private static String reason(OpenCapture capture) {
        String reason = capture.progress().reason();
        if (capture.input().compares()) {
            return "cannot be compared: " + capture.input().shortened(reason);
        }
        String file = capture.input().files().get(0).file();
        return reason.startsWith(file) ? reason.substring(file.length()).strip() : "cannot be read: " + reason;
    }

    private static Image image(OpenCapture capture) {
        return Icons.get(switch (capture.progress().state()) {
            case WAITING, READING, WATCHING -> "state-reading";
            case COMPLETE -> capture.problems().isEmpty() ? "state-complete" : "state-partial";
            case STOPPED -> "state-stopped";
            case FAILED -> "state-failed";
        });
    }
}
