package org.resetscope.ui.internal.diagram;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.ui.internal.canvas.path.PathCanvas;
import org.resetscope.ui.internal.profiles.ProfileDialog;
import org.resetscope.ui.internal.rules.RulesChooser;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.Route;

/** What can be done with the selected part of a path. */
final class PathMenu {

    private final PathCanvas path;
    private final Shell shell;

    PathMenu(PathCanvas path, Shell shell) {
        this.path = path;
        this.shell = shell;
    }

    void fill(IMenuManager menu) {
        PathPart part = path.place();
        Device device = path.device() < 0 ? null : path.route().devices().get(path.device());
        boolean named = device != null || part != null && part.kind() == Kind.UNNAMED_DEVICE;
        menu.add(action("Name Device\tF2", named, path::rename));
        menu.add(action("Attach Firewall Rules\u2026", device != null, () -> attachRules(path.device(), RulesChooser.choose(shell, "Attach Firewall Rules"))));
        menu.add(action("Attach Router Profile\u2026", device != null, this::attachProfile));
        if (device != null && !(device.rules().isEmpty() && device.profiles().isEmpty())) {
            MenuManager detach = new MenuManager("Detach");
            device.rules().forEach(file -> detach.add(action(escaped(file.getFileName().toString()), true, () -> detach(device.without(file)))));
            device.profiles().forEach(id -> detach.add(action(escaped(id), true, () -> detach(device.without(id)))));
            menu.add(detach);
        }
        menu.add(action("Remove Device\tDel", device != null, path::remove));
        menu.add(action("Add Device Here\tIns", part != null && part.kind() != Kind.POINT, path::addDevice));
        if (!path.route().order().isEmpty()) {
            menu.add(action("Find Order of Points Again", true, () -> path.change("Find Order of Points Again", path.route().withoutOrder())));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&&");
    }

    private static Action action(String name, boolean enabled, Runnable run) {
        Action action = new Action(name) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setEnabled(enabled);
        return action;
    }

    /** @param device place among those of the route */
    void attachRules(int device, List<Path> files) {
        Route route = path.route();
        if (device >= 0 && !files.isEmpty()) {
            path.change("Attach Firewall Rules", route.with(device, route.devices().get(device).withRules(files)));
        }
    }

    private void attachProfile() {
        ProfileDialog dialog = new ProfileDialog(shell, "Attach Router Profile", "Attach");
        int device = path.device();
        if (dialog.open() == Window.OK && device >= 0) {
            Route route = path.route();
            path.change("Attach Router Profile", route.with(device, route.devices().get(device).withProfile(dialog.profile().id())));
        }
    }

    private void detach(Device without) {
        if (path.device() >= 0) {
            path.change("Detach", path.route().with(path.device(), without));
        }
    }
}
