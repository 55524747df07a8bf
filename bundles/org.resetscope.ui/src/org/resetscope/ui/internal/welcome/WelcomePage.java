package org.resetscope.ui.internal.welcome;

import java.util.List;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.resetscope.ui.internal.richtext.RichTextWidget;
import org.resetscope.ui.internal.welcome.WelcomeText.Action;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/** Shows the {@link WelcomeText}; its links run commands. */
public final class WelcomePage {

    private final IServiceLocator services;
    private final RichTextWidget text;
    private List<Input> shown;

    public WelcomePage(Composite parent, IServiceLocator services) {
        this.services = services;
        text = new RichTextWidget(parent, "Welcome", this::run);
    }

    public Control control() {
        return text.control();
    }

    /** Follows what was opened since. */
    public void update() {
        List<Input> recent = Session.recent().list();
        if (!recent.equals(shown)) {
            shown = recent;
            text.show(WelcomeText.of(recent, SampleCaptures.all()));
        }
    }

    private void run(Object target) {
        Action action = (Action) target;
        try {
            ParameterizedCommand command = ParameterizedCommand.generateCommand(
                    services.getService(ICommandService.class).getCommand(action.command()), action.parameters());
            services.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(WelcomePage.class).error(action.command() + " failed", e);
        }
    }
}
