package org.resetscope.ui.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IPersistableElement;

/** A file anywhere, without any project around it. */
public final class TextFileInput extends PlatformObject implements IPathEditorInput {

    private final Path file;
    private final ImageDescriptor image;

    /** @param image of its kind */
    public TextFileInput(Path file, ImageDescriptor image) {
        this.file = file.toAbsolutePath().normalize();
        this.image = image;
    }

    /**
     * Tells whether a file can be edited, before there is an editor to say so.
     *
     * @throws IOException when it is no text, cannot be read, or is too large; its message goes behind the file's name
     */
    public static void check(Path file) throws IOException {
        TextFile.read(file);
    }

    /** Absolute and normalised. */
    public Path file() {
        return file;
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return image;
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
        return org.eclipse.core.runtime.Path.fromOSString(file.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextFileInput that && that.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
