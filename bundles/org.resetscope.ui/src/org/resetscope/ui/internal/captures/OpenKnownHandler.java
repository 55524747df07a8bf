package org.resetscope.ui.internal.captures;

import java.io.IOException;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.resetscope.ui.internal.welcome.SampleCaptures;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/** Opens what needs no dialog: something recent, by its place in the list, or a sample, by its name. */
public final class OpenKnownHandler extends AbstractHandler {

    private static final String INDEX = "org.resetscope.ui.openRecent.index";
    private static final String NAME = "org.resetscope.ui.openSample.name";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String index = event.getParameter(INDEX);
        try {
            if (index != null) {
                List<Input> recent = Session.recent().list();
                open(recent.get(Integer.parseInt(index)));
            } else {
                CaptureOpener.open(List.of(SampleCaptures.file(event.getParameter(NAME))));
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new ExecutionException("Nothing is there to open", e);
        }
        return null;
    }

    static void open(Input input) {
        if (input.compares() || !input.bare()) {
            CaptureOpener.openInputs(List.of(input));
        } else {
            CaptureOpener.open(input.paths()); // it may be rules, or a case
        }
    }
}
