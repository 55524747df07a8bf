package org.resetscope.ui.internal.diagram;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SvgWriter;
import org.resetscope.ui.internal.canvas.ScenePaper;

/** Takes a scene out of the workbench: as a file, to the clipboard, on paper. */
public final class Export {

    private final Shell shell;

    Export(Shell shell) {
        this.shell = shell;
    }

    /** @param name of the file, without ending */
    void svg(Scene scene, String name) {
        String file = ask("Export as SVG", name + ".svg");
        if (file != null) {
            try {
                svg(scene, Path.of(file));
            } catch (IOException e) {
                failed("Export as SVG", file, e);
            }
        }
    }

    /** Without asking. */
    public static void svg(Scene scene, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            SvgWriter.adaptive().write(scene, out);
        }
    }

    void png(Scene scene, String name) {
        String file = ask("Export as PNG", name + ".png");
        if (file != null) {
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {ScenePaper.picture(shell.getDisplay(), scene)};
            try (OutputStream out = Files.newOutputStream(Path.of(file))) {
                loader.save(out, SWT.IMAGE_PNG);
            } catch (IOException | SWTException e) {
                failed("Export as PNG", file, e);
            }
        }
    }

    private String ask(String title, String name) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {"*" + name.substring(name.lastIndexOf('.'))});
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return dialog.open();
    }

    private void failed(String title, String file, Exception e) {
        MessageDialog.openError(shell, title, file + " cannot be written: " + e.getMessage());
    }

    void copy(Scene scene) {
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        try {
            clipboard.setContents(new Object[] {ScenePaper.picture(shell.getDisplay(), scene)}, new Transfer[] {ImageTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    void print(Scene scene) {
        PrintDialog dialog = new PrintDialog(shell);
        dialog.setText("Print");
        PrinterData chosen = dialog.open();
        if (chosen != null) {
            print(shell.getDisplay(), scene, chosen);
        }
    }

    /** Without asking. */
    public static void print(Display screen, Scene scene, PrinterData where) {
        Printer printer = new Printer(where);
        try {
            ScenePaper.print(printer, screen, scene);
        } finally {
            printer.dispose();
        }
    }
}
