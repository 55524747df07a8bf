package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.ui.PlatformUI;
import org.resetscope.ui.internal.cases.CaseFile;
import org.resetscope.ui.internal.cases.Cases;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;
import org.resetscope.ui.text.TextEditors;

/** Opens files on behalf of the user, by whatever way they came: remembers them and shows their rows. */
public final class CaptureOpener {

    /** Files of these names are not looked into before they are opened. */
    private static final Pattern NAMES = Pattern.compile("(?i).*\\.(pcap|pcapng|cap|dmp|snoop|ntar)(\\.(gz|zst|lz4|xz|bz2))?");

    private CaptureOpener() {
    }

    /** Opens files by their names and whatever they hold: a case, captures, rules or scripts in editors. */
    public static void open(List<Path> given) {
        given.forEach(file -> TextEditors.forName(file).ifPresent(editor -> TextEditors.open(file, editor)));
        List<Path> files = given.stream().filter(file -> TextEditors.forName(file).isEmpty()).toList();
        Optional<Path> wanted = files.stream().filter(CaseFile::named).findFirst();
        if (wanted.isPresent()) {
            Cases.open(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), wanted.get());
            files = files.stream().filter(f -> !CaseFile.named(f)).toList();
        }
        if (files.stream().allMatch(CaptureOpener::namedAsCapture)) {
            openCaptures(files);
        } else {
            new SortJob(files).schedule();
        }
    }

    /** Opens files as captures. */
    static void openCaptures(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        boolean first = Session.captures().all().isEmpty();
        show(Session.captures().open(files), first);
    }

    /** Opens captures, and points to compare; or a case. */
    public static void openInputs(List<Input> given) {
        List<Input> inputs = given.stream().filter(input -> !isCase(input)).toList();
        given.stream().filter(CaptureOpener::isCase).findFirst().ifPresent(input -> open(input.paths()));
        boolean first = Session.captures().all().isEmpty();
        if (!inputs.isEmpty()) {
            show(inputs.stream().map(Session.captures()::open).toList(), first);
        }
    }

    private static void show(List<OpenCapture> captures, boolean first) {
        Session.recent().add(captures.stream().map(OpenCapture::input).toList());
        CapturesView view = OwnPart.find(CapturesView.ID, CapturesView.class);
        if (view != null) {
            // Where all are new nothing needs choosing: without a selection all are shown.
            view.select(first ? List.of() : captures);
        }
    }

    private static boolean isCase(Input input) {
        return !input.compares() && CaseFile.named(input.paths().get(0));
    }

    private static boolean namedAsCapture(Path file) {
        return NAMES.matcher(String.valueOf(file.getFileName())).matches();
    }
}
