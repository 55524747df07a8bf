package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.model.Sender;
import org.resetscope.core.scene.PathPart;
import org.resetscope.core.scene.PathPart.Kind;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizers;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.cases.Case;
import org.resetscope.ui.internal.cases.Cases;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Route;
import org.resetscope.ui.session.Session;

/** The path is changed in its drawing, and the analysis uses what the user knows. */
class PathEditorTest {

    private static final String UNDO = "org.eclipse.ui.edit.undo";
    private static final String REDO = "org.eclipse.ui.edit.redo";
    private static final String THEME = "org.resetscope.ui.theme";
    private static final String RULES = "*filter\n:INPUT ACCEPT\n:FORWARD ACCEPT\n:OUTPUT ACCEPT\n"
            + "-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset\nCOMMIT\n";

    @TempDir
    Path directory;
    private final Bot bot = new Bot();
    private final Diagram diagram = new Diagram(bot);

    @BeforeEach
    void size() {
        bot.size(1500, 950);
    }

    @AfterEach
    void close() {
        diagram.maximize(false);
        diagram.choose("Ladder");
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.show("org.resetscope.ui.view.packet");
        if (Case.current().file() != null) {
            bot.closeAll();
            Cases.save(bot.shell(), Case.current().file());
            bot.run("org.resetscope.ui.closeCase", Map.of());
        }
        bot.closeAll();
    }

    /** Opens a capture and the path of its first reset of a kind. */
    private OpenCapture path(Input input, Predicate<OpenReset> which) {
        CaptureOpener.openInputs(List.of(input));
        bot.untilRead();
        bot.show(Diagram.VIEW);
        diagram.untilDrawn();
        diagram.maximize(true);
        diagram.choose("Path");
        OpenCapture capture = Session.captures().all().get(0);
        diagram.maximize(false);
        List<OpenReset> resets = capture.resets();
        OpenReset wanted = resets.stream().filter(which).findFirst().orElseThrow();
        for (int row = 0; row < resets.size() && !wanted.equals(bot.selected()); row++) {
            bot.select(bot.resets(), row);
        }
        assertEquals(wanted, bot.selected());
        bot.show(Diagram.VIEW);
        diagram.maximize(true);
        diagram.untilDrawn();
        return capture;
    }

    private static boolean byDevice(OpenReset reset) {
        return reset.reset().verdict().sender() == Sender.INTERMEDIARY;
    }

    private OpenCapture single() {
        return path(Input.of(Samples.get("forged.pcap")), PathEditorTest::byDevice);
    }

    /** Two points between client and server. */
    private OpenCapture twoPoints() {
        return path(new Input(List.of(Input.at("lan", Samples.get("forged.pcap")), Input.at("wan", Samples.get("forged-server.pcap")))), r -> true);
    }

    /** Where a part of the path is drawn. */
    private Point at(OpenCapture capture, Predicate<Region> which) {
        try {
            OpenReset reset = capture.resets().stream().filter(r -> r.equals(bot.selected())).findFirst().orElseThrow();
            int room = diagram.canvas().getParent().getClientArea().width;
            Scene scene = Visualizers.read().all().stream().filter(v -> v.id().equals("path")).findFirst().orElseThrow().callIo(v -> v.draw(capture.analysis(),
                    reset.reset(), new DrawContext(Math.max(640, Math.min(1280, room)), new FlowReader(capture.analysis()), new NullProgressMonitor())), null);
            Region region = scene.regions().stream().filter(which).findFirst().orElseThrow();
            double zoom = Math.min(1, diagram.canvas().getClientArea().width / scene.width());
            return new Point((int) ((region.bounds().x() + region.bounds().width() / 2) * zoom), (int) ((region.bounds().y() + 15) * zoom));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Point at(OpenCapture capture, Kind kind, int index) {
        return at(capture, r -> new PathPart(kind, index).equals(r.part()));
    }

    private void mouse(int type, int button, Point at, int state) {
        Event event = new Event();
        event.button = button;
        event.x = at.x;
        event.y = at.y;
        event.stateMask = state;
        event.count = 1;
        diagram.canvas().notifyListeners(type, event);
    }

    private void click(Point at) {
        mouse(SWT.MouseMove, 0, at, 0);
        mouse(SWT.MouseDown, 1, at, 0);
        mouse(SWT.MouseUp, 1, at, SWT.BUTTON1);
        bot.settle(300);
    }

    private void drag(Point from, Point to, String picture) {
        mouse(SWT.MouseMove, 0, from, 0);
        mouse(SWT.MouseDown, 1, from, 0);
        for (int i = 1; i <= 8; i++) {
            mouse(SWT.MouseMove, 0, new Point(from.x + (to.x - from.x) * i / 8, from.y + (to.y - from.y) * i / 8), SWT.BUTTON1);
        }
        bot.screenshot(picture);
        mouse(SWT.MouseUp, 1, to, SWT.BUTTON1);
        bot.settle(300);
    }

    /** Writes over the name that is being changed. */
    private void write(OpenCapture capture, String name) {
        Text text = bot.all(Text.class).stream().filter(t -> t.isVisible() && t.getParent() instanceof Canvas).findFirst().orElseThrow();
        text.setText(name);
        bot.screenshot("path-naming");
        Event enter = new Event();
        enter.character = SWT.CR;
        enter.keyCode = SWT.CR;
        enter.detail = SWT.TRAVERSE_RETURN;
        text.notifyListeners(SWT.DefaultSelection, enter);
        untilDrawn(capture);
    }

    private List<Device> devices(OpenCapture capture) {
        return capture.input().route().devices();
    }

    private List<String> names(OpenCapture capture) {
        return devices(capture).stream().map(Device::name).toList();
    }

    private void choose(String item) {
        Menu menu = diagram.canvas().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem found = Arrays.stream(menu.getItems()).filter(i -> i.getText().startsWith(item)).findFirst().orElseThrow(() -> new AssertionError(item));
        assertTrue(found.isEnabled(), item);
        found.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        bot.settle(300);
    }

    @Test
    void aDeviceIsNamedWhereItStands() {
        OpenCapture capture = single();
        bot.screenshot("path-before");
        click(at(capture, r -> r.part() != null && r.part().kind() == Kind.UNNAMED_DEVICE));
        bot.screenshot("path-selected");
        diagram.key(SWT.F2, '\0');
        write(capture, "fw-berlin");
        assertEquals(List.of("fw-berlin"), names(capture));
        assertTrue(diagram.words().contains("fw-berlin"), diagram.words());
        bot.screenshot("path-named");
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        bot.screenshot("path-dark");
        diagram.choose("Ladder");
        assertTrue(diagram.words().contains("fw-berlin"), diagram.words());
        bot.screenshot("path-name-in-ladder");
        diagram.maximize(false);
        bot.until("the explanation names it", () -> bot.explanation().getText().contains("between client and server (fw-berlin)"));
        bot.screenshot("path-name-explained");
        bot.run(UNDO, Map.of());
        bot.until("the explanation names it no more", () -> !bot.explanation().getText().contains("fw-berlin"));
        assertEquals(List.of(), devices(capture));
        bot.run(REDO, Map.of());
        bot.until("it is named again", () -> bot.explanation().getText().contains("(fw-berlin)"));
    }

    @Test
    void keysAddNameMoveAndRemoveADevice() {
        OpenCapture capture = twoPoints();
        diagram.key(SWT.ARROW_RIGHT, '\0'); // the client
        diagram.key(SWT.ARROW_RIGHT, '\0'); // the way to the next
        diagram.key(SWT.INSERT, '\0');
        untilDrawn(capture);
        assertEquals(1, devices(capture).size());
        int before = devices(capture).get(0).after();
        assertEquals(0, before);
        click(at(capture, Kind.DEVICE, 0));
        diagram.key(SWT.CR, SWT.CR);
        write(capture, "nat-home");
        assertEquals(List.of("nat-home"), names(capture));
        bot.screenshot("path-added");
        Event right = new Event();
        right.keyCode = SWT.ARROW_RIGHT;
        right.stateMask = SWT.SHIFT;
        diagram.canvas().notifyListeners(SWT.KeyDown, right);
        untilDrawn(capture);
        assertEquals(before + 1, devices(capture).get(0).after(), "behind the capture point");
        diagram.key(SWT.DEL, SWT.DEL);
        untilDrawn(capture);
        assertEquals(List.of(), devices(capture));
        bot.run(UNDO, Map.of());
        bot.run(UNDO, Map.of());
        untilDrawn(capture);
        assertEquals(List.of(new Device("nat-home", before)), devices(capture));
    }

    @Test
    void draggingACapturePointChangesTheOrder() {
        OpenCapture capture = twoPoints();
        List<String> found = points(capture);
        bot.screenshot("path-points");
        Point from = at(capture, Kind.POINT, 0);
        Point beyond = at(capture, Kind.POINT, 1);
        drag(from, new Point(beyond.x + 60, beyond.y), "path-dragging");
        bot.until("it was compared again", () -> points(capture).equals(List.of(found.get(1), found.get(0))) && read(capture));
        untilDrawn(capture);
        bot.screenshot("path-dragged");
        assertEquals(points(capture), capture.input().route().order());
        bot.run(UNDO, Map.of());
        bot.until("the order is as found", () -> points(capture).equals(found) && capture.input().route().equals(Route.UNKNOWN) && read(capture));
    }

    /** Waits until what the user knows of the path is drawn. */
    private void untilDrawn(OpenCapture capture) {
        bot.until("devices are named", () -> capture.route().equals(capture.input().route()));
        diagram.untilDrawn();
    }

    private static boolean read(OpenCapture capture) {
        return capture.progress().state() == State.COMPLETE;
    }

    private static List<String> points(OpenCapture capture) {
        return capture.analysis().path().stream().map(PathPoint::name).toList();
    }

    @Test
    void rulesDroppedOnADeviceExplainItsResets() throws IOException, ReflectiveOperationException {
        OpenCapture capture = path(Input.of(Samples.get("refused-twice.pcap")), PathEditorTest::byDevice);
        Path rules = Files.writeString(directory.resolve("office.v4"), RULES);
        Session.captures().put(capture, Route.UNKNOWN.with(new Device("fw-office", 1)));
        untilDrawn(capture);
        DropTarget target = (DropTarget) diagram.canvas().getData(DND.DROP_TARGET_KEY);
        DropTargetEvent event = DropTest.event(target);
        Point place = diagram.canvas().toDisplay(at(capture, Kind.DEVICE, 0));
        event.x = place.x;
        event.y = place.y;
        event.data = new String[] {rules.toString()};
        target.getDropListeners()[0].drop(event);
        bot.until("a rule made a reset", () -> capture.resets().stream().anyMatch(r -> r.reset().rule() != null) && read(capture));
        untilDrawn(capture);
        assertEquals(List.of(rules), capture.input().rules());
        assertTrue(diagram.words().contains("office.v4"), diagram.words());
        bot.screenshot("path-rules");
        click(at(capture, Kind.DEVICE, 0));
        Menu menu = diagram.canvas().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        Menu detach = Arrays.stream(menu.getItems()).filter(i -> i.getText().equals("Detach")).findFirst().orElseThrow().getMenu();
        detach.notifyListeners(SWT.Show, new Event());
        assertEquals(List.of("office.v4"), Arrays.stream(detach.getItems()).map(MenuItem::getText).toList());
        detach.getItem(0).notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        bot.until("no rule made it", () -> capture.resets().stream().allMatch(r -> r.reset().rule() == null));
        assertEquals(List.of(), capture.input().rules());
        bot.run(UNDO, Map.of());
        bot.until("a rule made it again", () -> capture.resets().stream().anyMatch(r -> r.reset().rule() != null) && read(capture));
        Session.captures().put(capture, new Route(List.of(), List.of(devices(capture).get(0).at(0))));
        bot.until("no rule of a device on the other side made it", () -> capture.resets().stream().allMatch(r -> r.reset().rule() == null) && read(capture));
    }

    @Test
    void aRouterProfileIsAttachedAndKeptInTheCase() throws IOException, BundleException {
        Bundle plugin = FrameworkUtil.getBundle(getClass()).getBundleContext().installBundle("test:com.example.profiles",
                new ByteArrayInputStream(ProfilesTest.plugin()));
        try {
            plugin.start();
            attachAndKeep();
        } finally {
            plugin.uninstall();
        }
    }

    private void attachAndKeep() {
        OpenCapture capture = path(Input.of(Samples.get("idle-firewall.pcap")), r -> true);
        Session.captures().put(capture, Route.UNKNOWN.with(new Device("nat-home", 1)));
        untilDrawn(capture);
        click(at(capture, Kind.DEVICE, 0));
        bot.dialog(() -> choose("Attach Router Profile\u2026"), "Attach Router Profile", dialog -> {
            Tree tree = bot.all(dialog, Tree.class).get(0);
            bot.until("profiles are there", () -> tree.getItemCount() > 0);
            bot.all(dialog, Text.class).stream().filter(t -> t.getMessage().startsWith("Search")).findFirst().orElseThrow().setText("example router 9");
            bot.settle(300);
            tree.setSelection(tree.getItem(0).getItem(0));
            tree.notifyListeners(SWT.Selection, new Event());
            bot.screenshot("path-profile");
            bot.push(dialog, "Attach");
        });
        bot.until("it is attached", () -> devices(capture).get(0).profiles().equals(List.of("example-9")) && read(capture));
        untilDrawn(capture);
        bot.screenshot("path-profile-attached");
        Input before = capture.input();
        Path file = directory.resolve("home.rscase");
        assertTrue(Cases.save(bot.shell(), file));
        assertFalse(Case.current().dirty());
        Session.captures().put(capture, new Route(List.of(), List.of(devices(capture).get(0).called("nat-flat"))));
        assertTrue(Case.current().dirty(), "another name");
        Session.captures().put(capture, before.route());
        bot.run("org.resetscope.ui.closeCase", Map.of());
        CaptureOpener.open(List.of(file));
        bot.until("it is read", () -> !Session.captures().all().isEmpty() && read(Session.captures().all().get(0)));
        assertEquals(before, Session.captures().all().get(0).input());
        Session.lastOpen().set(List.of(before));
        assertEquals(List.of(before), Session.lastOpen().list());
    }
}
