package org.resetscope.ui.internal.packet;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.decode.Dissection.Field;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Timestamp;
import org.resetscope.ui.internal.packet.PacketLoader.Loaded;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.internal.words.TimeFormat;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.OpenFrame;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** The fields and bytes of the selected packet, or of the packet of the selected reset. */
public final class PacketView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.packet";
    private static final String NOTHING = "Select a reset or a frame to see its packet.";
    private static final List<String> SOURCES = List.of("org.resetscope.ui.view.resets", "org.resetscope.ui.view.explanation");

    private static final int WIDE = 16;
    private static final int NARROW = 8;

    private final ISelectionListener chosen = this::selected;
    private Composite pages;
    private Hint hint;
    private SashForm sash;
    private Tree tree;
    private StyledText hex;
    private PacketLoader loader;
    private OpenFrame wanted;
    private byte[] bytes = {};
    private HexDump dump = new HexDump(bytes, WIDE);
    private int perLine = WIDE;
    /** A byte that was clicked selects its field; that must not move the text below the mouse. */
    private boolean fromBytes;
    private OpenCaptures.Listener closed;

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        sash = new SashForm(pages, SWT.HORIZONTAL | SWT.SMOOTH);
        tree = new Tree(sash, SWT.SINGLE | SWT.FULL_SELECTION);
        Content.mark(tree);
        Accessibles.name(tree, "Fields of the packet");
        tree.addListener(SWT.Selection, e -> mark());
        hex = new StyledText(sash, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL);
        hex.setFont(JFaceResources.getTextFont());
        hex.setMargins(8, 4, 8, 4);
        Content.mark(hex);
        Accessibles.name(hex, "Bytes of the packet");
        hex.addListener(SWT.MouseUp, this::byteClicked);
        PaletteChange.listen(hex, this::mark);
        hex.addListener(SWT.Resize, e -> resized());
        sash.setWeights(45, 55);
        loader = new PacketLoader(loaded -> parent.getDisplay().asyncExec(() -> show(loaded)));
        CopyAction.install(getSite(), this::copyText);
        getSite().getPage().addSelectionListener(chosen);
        UiUpdate gone = new UiUpdate(parent, this::forget);
        closed = new OpenCaptures.Listener() {
            @Override
            public void closed(OpenCapture capture) {
                gone.request();
            }
        };
        Session.captures().addListener(closed);
        SOURCES.forEach(view -> getSite().getPage().addSelectionListener(view, chosen));
        say(NOTHING);
        ISelection now = getSite().getPage().getSelection(SOURCES.get(0));
        if (now != null) {
            selected(null, now);
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(chosen);
        Session.captures().removeListener(closed);
        SOURCES.forEach(view -> getSite().getPage().removeSelectionListener(view, chosen));
        super.dispose();
    }

    @Override
    public void setFocus() {
        if (tree.isVisible()) {
            tree.setFocus();
        } else {
            hint.control().setFocus();
        }
    }

    private void selected(IWorkbenchPart part, ISelection selection) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return;
        }
        Object first = structured.getFirstElement();
        OpenFrame frame = first instanceof OpenFrame f ? f : first instanceof OpenReset reset ? reset.frame() : null;
        if (frame != null && !frame.equals(wanted)) {
            wanted = frame;
            loader.ask(frame);
        } else if (first == null && part != null && SOURCES.get(0).equals(part.getSite().getId())) {
            wanted = null;
            say(NOTHING);
        }
    }

    private void forget() {
        if (wanted != null && !Session.captures().all().contains(wanted.capture())) {
            wanted = null;
            say(NOTHING);
        }
    }

    private void say(String words) {
        setContentDescription("");
        hint.show(words);
        top(hint.control());
    }

    private void top(Control control) {
        ((StackLayout) pages.getLayout()).topControl = control;
        pages.layout();
    }

    private void show(Loaded loaded) {
        if (tree.isDisposed() || !loaded.frame().equals(wanted)) {
            return;
        }
        if (loaded.packet() == null) {
            say(loaded.problem());
            return;
        }
        setContentDescription(description(loaded));
        tree.setRedraw(false);
        tree.removeAll();
        loaded.dissection().layers().forEach(layer -> add(new TreeItem(tree, SWT.NONE), layer));
        TreeItem tcp = layer("TCP");
        for (TreeItem item : tree.getItems()) {
            item.setExpanded(item == tcp);
        }
        tree.setRedraw(true);
        bytes = loaded.packet().bytes();
        top(sash);
        perLine = fitting();
        dump();
        if (tcp != null) {
            tree.setSelection(tcp);
            tree.setTopItem(tree.getItem(0));
        }
        mark();
    }

    private void dump() {
        dump = new HexDump(bytes, perLine);
        hex.setText(dump.text());
    }

    /** Sixteen bytes in a line where there is room, else eight: nobody wants to scroll sideways. */
    private int fitting() {
        GC gc = new GC(hex);
        try {
            double needed = gc.getFontMetrics().getAverageCharacterWidth() * HexDump.lineLength(WIDE);
            return needed < hex.getClientArea().width - hex.getLeftMargin() - hex.getRightMargin() ? WIDE : NARROW;
        } finally {
            gc.dispose();
        }
    }

    private void resized() {
        if (perLine != fitting()) {
            perLine = fitting();
            dump();
            mark();
        }
    }

    private static String description(Loaded loaded) {
        Timestamp time = new Timestamp(loaded.packet().timeNanos(), loaded.packet().fractionDigits());
        TimeFormat format = Preferences.timeFormat();
        OpenCapture capture = loaded.frame().capture();
        FrameRef frame = loaded.frame().frame();
        int cut = loaded.packet().originalLength() - loaded.packet().bytes().length;
        return "Frame " + frame.frame() + " of " + capture.origin(frame) + ", "
                + format.format(capture.time(frame, time), capture.start()) + (format == TimeFormat.RELATIVE ? " s, " : ", ")
                + loaded.packet().originalLength() + " bytes" + (cut > 0 ? " (" + cut + " of them not captured)" : "");
    }

    private static void add(TreeItem item, Field field) {
        item.setText(field.value().isEmpty() ? field.name() : field.name() + ": " + field.value());
        item.setData(field);
        field.fields().forEach(part -> add(new TreeItem(item, SWT.NONE), part));
    }

    private TreeItem layer(String name) {
        TreeItem found = null;
        for (TreeItem item : tree.getItems()) {
            // The innermost one: the layers outside it are a tunnel.
            found = ((Field) item.getData()).name().equals(name) ? item : found;
        }
        return found;
    }

    private void mark() {
        hex.setStyleRanges(new StyleRange[0]);
        TreeItem[] selection = tree.getSelection();
        if (selection.length == 0) {
            return;
        }
        Field field = (Field) selection[0].getData();
        List<HexDump.Range> ranges = dump.ranges(field.offset(), field.length());
        for (HexDump.Range range : ranges) {
            hex.setStyleRange(new StyleRange(range.start(), range.length(), null, Palette.of(hex).marked()));
        }
        if (!ranges.isEmpty() && !fromBytes) {
            show(hex.getLineAtOffset(ranges.get(0).start()));
        }
    }

    /** Scrolls only where the line is out of sight. */
    private void show(int line) {
        int last = hex.getLineIndex(Math.max(0, hex.getClientArea().height - hex.getLineHeight()));
        if (line < hex.getTopIndex() || line > last) {
            hex.setTopIndex(Math.max(0, line - 1));
        }
    }

    private void byteClicked(Event event) {
        int place = hex.getOffsetAtPoint(new Point(event.x, event.y));
        int at = place < 0 || hex.getSelectionCount() > 0 ? -1 : dump.byteAt(place);
        TreeItem item = at < 0 ? null : deepest(tree.getItems(), at);
        if (item != null) {
            fromBytes = true;
            tree.setSelection(item);
            tree.showItem(item);
            mark();
            fromBytes = false;
        }
    }

    private static TreeItem deepest(TreeItem[] items, int at) {
        for (TreeItem item : items) {
            Field field = (Field) item.getData();
            if (field.offset() <= at && at < field.offset() + field.length()) {
                TreeItem inner = deepest(item.getItems(), at);
                return inner == null ? item : inner;
            }
        }
        return null;
    }

    private String copyText() {
        if (hex.isFocusControl()) {
            return hex.getSelectionCount() > 0 ? hex.getSelectionText() : hex.getText();
        }
        return tree.getSelectionCount() == 0 ? "" : tree.getSelection()[0].getText();
    }
}
