package org.resetscope.ui.internal.guide;

import java.util.List;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.resetscope.ui.internal.advice.AdviceView;
import org.resetscope.ui.internal.captures.HoldAgainstRulesHandler;
import org.resetscope.ui.internal.captures.JoinLogsHandler;
import org.resetscope.ui.internal.canvas.path.RouteChange;
import org.resetscope.ui.internal.points.ComparePointsHandler;
import org.resetscope.ui.internal.profiles.ProfileDialog;
import org.resetscope.ui.internal.profiles.ProfilesView;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.widgets.Clip;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Route;

/** Does what the links of the guide say. */
final class GuideActions {

    private static final String OPEN = "org.resetscope.ui.open";
    /** Of another plug-in, which may not be there. */
    private static final String LIVE_VIEW = "org.resetscope.live.ui.view";

    private final GuideView view;

    GuideActions(GuideView view) {
        this.view = view;
    }

    void follow(Object target) {
        if (target instanceof GuideText.Action action) {
            act(action);
        } else if (target instanceof GuideText.Copy copy) {
            Clip.put(copy.command());
        } else if (target instanceof GuideText.Unfold unfold) {
            view.unfold(unfold.step());
        } else if (target instanceof GuideText.LeaveOut leaveOut) {
            view.leaveOut(leaveOut.step());
        } else if (target instanceof GuideText.TakeOut takeOut) {
            takeOut(view.standing().capture(), takeOut.profile());
        } else if (target instanceof OpenReset reset) {
            OwnPart.show(ResetsView.ID, ResetsView.class).select(reset);
        } else if (target instanceof OpenCapture capture) {
            view.aboutGravest(capture);
        }
    }

    private void act(GuideText.Action action) {
        Shell shell = view.getSite().getShell();
        OpenCapture capture = view.standing().capture();
        switch (action) {
            case OPEN -> run(OPEN);
            case WATCH -> show(LIVE_VIEW);
            case COMPARE -> ComparePointsHandler.compare(shell, capture == null ? List.of() : capture.input().files());
            case RULES -> HoldAgainstRulesHandler.hold(shell, List.of(capture));
            case ROUTER -> nameRouter(shell, view.standing());
            case PROFILES -> show(ProfilesView.ID);
            case LOGS -> JoinLogsHandler.join(shell, List.of(capture));
            case ADVICE -> show(AdviceView.ID);
        }
    }

    /** Puts the device that the user chooses where the reset was made, or may have been. */
    private static void nameRouter(Shell shell, Standing standing) {
        ProfileDialog dialog = new ProfileDialog(shell, "Name the Router", "Choose");
        if (dialog.open() == Window.OK) {
            OpenCapture capture = standing.capture();
            int place = standing.reset() == null ? 0 : capture.analysis().placeOfDevice(standing.reset().reset());
            // verdicts name it: without the versions and files that some titles have in parentheses
            String name = dialog.profile().title().replaceFirst("\\s*\\(.*", "");
            Device named = new Device(name, place).withProfile(dialog.profile().id());
            RouteChange.make("Name the Router", capture, capture.input().route().with(named));
        }
    }

    /** A device of which nothing else is known goes with it. */
    private static void takeOut(OpenCapture capture, String profile) {
        Route route = capture.input().route();
        List<Device> devices = route.devices().stream().filter(d -> !d.profiles().equals(List.of(profile)) || !d.rules().isEmpty())
                .map(d -> d.without(profile)).toList();
        RouteChange.make("Take out Router", capture, new Route(route.order(), devices));
    }

    private void run(String command) {
        try {
            view.getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException e) {
            ILog.of(GuideActions.class).error(command + " failed", e);
        }
    }

    private void show(String part) {
        IWorkbenchPage page = view.getSite().getPage();
        try {
            page.showView(part);
        } catch (PartInitException e) {
            ILog.of(GuideActions.class).warn(part + " cannot be shown", e);
        }
    }
}
