package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.rules.RulesOpener;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/**
 * Goes through everything that the workbench can show: whatever is registered has to open, draw something and have room for its words.
 * Leaves a picture of each in {@code target/screenshots/gallery}, by scale of the screen and theme.
 * The build runs it once more at twice the scale; run with GTK_THEME=HighContrast or HighContrastInverse it shows what these look like.
 */
class GalleryTest {

    private static final String THEME = "org.resetscope.ui.theme";
    private static final String CATEGORY = "org.resetscope.ui.views";

    private final Bot bot = new Bot();
    private final Diagram diagram = new Diagram(bot);
    private final List<String> cut = new ArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ILogListener log = (status, plugin) -> {
        if (status.getSeverity() == IStatus.ERROR) {
            failures.add(status.getMessage() + ": " + status.getException());
        }
    };
    private String place;

    @TempDir
    private Path directory;

    /** Where the system has one of its own, such as high contrast, that alone is looked at. */
    static List<String> themes() {
        return System.getenv("GTK_THEME") == null ? List.of("light", "dark") : List.of("system");
    }

    private void use(String theme) {
        place = "gallery/" + Screenshot.zoom() + "-" + (theme.equals("system") ? System.getenv("GTK_THEME") : theme) + "/";
        bot.run(THEME, Map.of(THEME + ".id", theme));
        bot.size(1400, 900);
        bot.settle(1000); // GTK changes its own colours later
    }

    @BeforeEach
    void listen() {
        Platform.addLogListener(log);
    }

    @AfterEach
    void close() {
        Platform.removeLogListener(log);
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.closeAll();
        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().resetPerspective();
    }

    private void open() {
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap"), Samples.get("forged.pcap"), Samples.get("refused-twice.pcap")));
        bot.untilRead();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void views(String theme) throws IOException {
        use(theme);
        picture("welcome");
        open();
        List<String> views = Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.views"))
                .filter(e -> e.getName().equals("view") && CATEGORY.equals(e.getAttribute("category"))).map(e -> e.getAttribute("id")).toList();
        assertTrue(views.size() > 12, views::toString);
        for (String view : views) {
            bot.show(view);
            String name = view.substring(view.lastIndexOf('.') + 1);
            picture("view-" + (name.equals("view") ? view.split("\\.")[2] : name));
        }
        bot.hide("org.resetscope.ui.view.help");
        RulesOpener.open(List.of(Samples.get("folk-rules.v4")));
        bot.settle(500);
        picture("editor-rules");
        none();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void diagrams(String theme) throws IOException {
        use(theme);
        CaptureOpener.open(List.of(Samples.get("idle-firewall.pcap"), ManyResets.write(directory)));
        bot.untilRead();
        bot.show(Diagram.VIEW);
        diagram.untilDrawn();
        diagram.maximize(true);
        for (String kind : diagram.kinds()) {
            diagram.choose(kind);
            picture("diagram-" + kind.toLowerCase().replace(' ', '-'));
        }
        diagram.maximize(false);
        none();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void dialogs(String theme) {
        use(theme);
        open();
        bot.dialog("org.eclipse.ui.help.aboutAction", "About ResetScope", dialog -> picture("about", dialog));
        bot.select(bot.captures(), 0, 1);
        bot.show("org.resetscope.ui.view.captures");
        bot.dialog("org.resetscope.ui.comparePoints", "Compare Points", dialog -> picture("dialog-compare-points", dialog));
        bot.dialog("org.resetscope.ui.holdAgainstRules", "Hold against Rules", dialog -> picture("dialog-hold-against-rules", dialog));
        bot.show("org.resetscope.ui.view.resets");
        bot.select(bot.resets(), 0);
        bot.dialog("org.resetscope.ui.note", "Note", dialog -> picture("dialog-note", dialog));
        bot.dialog("org.resetscope.ui.openInWireshark", "Open in Wireshark", dialog -> picture("dialog-wireshark", dialog));
        none();
    }

    /** What opens by a key or the right button only. */
    @ParameterizedTest
    @MethodSource("themes")
    void menusAndEditors(String theme) throws IOException {
        use(theme);
        open();
        bot.show("org.resetscope.ui.view.resets");
        bot.select(bot.resets(), 0);
        menu("menu-resets", bot.resets());
        menu("menu-captures", bot.captures());
        bot.run("org.resetscope.ui.bookmark", Map.of());
        bot.dialog("org.resetscope.ui.closeCase", "Save Case", dialog -> picture("dialog-save-case", dialog));
        bot.run("org.resetscope.ui.bookmark", Map.of());
        bot.run("org.eclipse.ui.window.quickAccess", Map.of());
        bot.settle(500);
        Shell quick = shells().filter(s -> s != bot.shell()).findFirst().orElseThrow();
        bot.all(quick, Text.class).forEach(text -> text.setText("reset"));
        picture("quick-access", quick);
        quick.close();
        CaptureOpener.open(List.of(Files.writeString(directory.resolve("sum.groovy"), "// how many\nn = resets.count { it.verdict.cause == 'x' }\nfoo(n,")));
        bot.settle(1500);
        picture("editor-script");
        Session.captures().all().forEach(Session.captures()::close);
        path();
        none();
    }

    private void path() {
        CaptureOpener.openInputs(List.of(new Input(List.of(Input.at("lan", Samples.get("forged.pcap")), Input.at("wan", Samples.get("forged-server.pcap"))))));
        bot.untilRead();
        bot.show(Diagram.VIEW);
        diagram.untilDrawn();
        diagram.maximize(true);
        diagram.choose("Path");
        diagram.key(SWT.ARROW_RIGHT, '\0'); // the client
        diagram.key(SWT.ARROW_RIGHT, '\0'); // the way to the next
        diagram.key(SWT.INSERT, '\0');
        diagram.untilDrawn();
        diagram.key(SWT.ARROW_RIGHT, '\0');
        diagram.key(SWT.F2, '\0');
        picture("path-naming");
        diagram.key(SWT.ESC, SWT.ESC);
        menu("menu-path", diagram.canvas());
        bot.dialog(() -> diagram.menu("Attach Router Profile\u2026"), "Attach Router Profile", dialog -> picture("dialog-profile", dialog));
        diagram.choose("Ladder");
        diagram.maximize(false);
    }

    private Stream<Shell> shells() {
        return Arrays.stream(bot.shell().getDisplay().getShells()).filter(Control::isVisible);
    }

    private void menu(String name, Control control) {
        Menu menu = control.getMenu();
        menu.setLocation(control.toDisplay(40, 40));
        menu.setVisible(true);
        picture(name);
        menu.setVisible(false);
        bot.settle(200);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void preferences(String theme) {
        use(theme);
        for (IPreferenceNode node : PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER)) {
            if (WorkbenchActivityHelper.filterItem(node)) {
                continue;
            }
            bot.dialog(() -> bot.run("org.eclipse.ui.window.preferences", Map.of("preferencePageId", node.getId())), "Preferences",
                    dialog -> picture("preferences-" + node.getId(), dialog));
        }
        none();
    }

    private void picture(String name) {
        picture(name, bot.shell());
    }

    private void picture(String name, Shell shell) {
        bot.until("nothing is computed any more", () -> Job.getJobManager().isIdle());
        bot.settle(400);
        Screenshot shot = Screenshot.of(shell);
        shot.save(place + name);
        assertTrue(shot.colours() > 10, name);
        for (Control control : bot.all(shell, Control.class)) {
            String words = words(control);
            Point room = control.getSize();
            if (!words.isBlank() && control.isVisible() && room.x > 0) {
                if ((control.getStyle() & SWT.WRAP) == 0 && control.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > room.x) {
                    cut.add(place + name + ": " + words + " " + control.computeSize(SWT.DEFAULT, SWT.DEFAULT) + " in " + room);
                }
                Rectangle around = control.getParent().getClientArea();
                if (!around.contains(control.getLocation()) || control.getBounds().x + room.x > around.x + around.width) {
                    cut.add(place + name + ": " + words + " " + control.getBounds() + " beyond " + around);
                }
            }
        }
    }

    private static String words(Control control) {
        return control instanceof Label label ? label.getText() : control instanceof Button button ? button.getText() : "";
    }

    /** Nothing was cut, and nothing failed behind the scenes. */
    private void none() {
        assertEquals(List.of(), cut.stream().distinct().toList());
        assertEquals(List.of(), List.copyOf(failures));
    }
}
