package org.resetscope.ui.internal.widgets;

import java.net.URL;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.model.Sender;

/** The icons of the workbench: vector files, so that they are sharp at every scale. UI thread only. */
public final class Icons {

    private Icons() {
    }

    /** @param name of a file in {@code icons/} without its ending */
    public static Image get(String name) {
        String key = "org.resetscope.ui/" + name;
        if (JFaceResources.getImageRegistry().getDescriptor(key) == null) {
            JFaceResources.getImageRegistry().put(key, descriptor(name));
        }
        return JFaceResources.getImageRegistry().get(key);
    }

    public static ImageDescriptor descriptor(String name) {
        URL url = FileLocator.find(FrameworkUtil.getBundle(Icons.class), new Path("icons/" + name + ".svg"));
        return ImageDescriptor.createFromURL(url);
    }

    public static Image sender(Sender sender) {
        return get(switch (sender) {
            case CLIENT -> "sender-client";
            case SERVER -> "sender-server";
            case INTERMEDIARY -> "sender-device";
            case UNDETERMINED -> "sender-undecided";
        });
    }

    /** The name of the icon for what was found in a text. */
    public static String found(Level level) {
        return switch (level) {
            case ERROR -> "state-failed";
            case WARNING -> "state-partial";
            case NOTE -> "note";
        };
    }

    /** By the family of the cause, the part before the first dot. */
    public static Image cause(String id) {
        int dot = id.indexOf('.');
        return get(switch (dot < 0 ? id : id.substring(0, dot)) {
            case "endpoint" -> "cause-endpoint";
            case "middlebox" -> "cause-middlebox";
            case "injected" -> "cause-injected";
            default -> "cause-unknown";
        });
    }
}
