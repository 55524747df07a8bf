package org.resetscope.ui.internal.rules;

import java.nio.file.Files;

import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.resetscope.ui.internal.widgets.Icons;

/** A file anywhere, without any project around it. */
public final class RulesInput extends PlatformObject implements IPathEditorInput {

    private final java.nio.file.Path file;

    /** @param file absolute and normalised */
    RulesInput(java.nio.file.Path file) {
        this.file = file;
    }

    public java.nio.file.Path file() {
        return file;
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("rules");
    }

    @Override
    public String getName() {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /** Files are opened again by the command line or the recent ones, as captures are. */
    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return file.toString();
    }

    @Override
    public IPath getPath() {
        return Path.fromOSString(file.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RulesInput that && that.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
