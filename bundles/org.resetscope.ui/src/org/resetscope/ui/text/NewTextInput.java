package org.resetscope.ui.text;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** A text that no file holds yet: saving it asks for one. Each is an editor of its own. */
public final class NewTextInput extends PlatformObject implements IEditorInput {

    private final String name;
    private final String text;
    private final ImageDescriptor image;

    /**
     * @param name proposed for its file
     * @param text to begin with
     */
    public NewTextInput(String name, String text, ImageDescriptor image) {
        this.name = name;
        this.text = text;
        this.image = image;
    }

    String text() {
        return text;
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return image;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return name + ", not saved yet";
    }
}
