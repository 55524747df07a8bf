package org.resetscope.core.tests.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.extension.ClassPathRegistry;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;
import org.resetscope.core.tests.extension.Things.Thing;

class ExtensionsTest {

    private PluginsOnDisk plugins;

    @BeforeEach
    void sample(@TempDir Path directory) throws IOException {
        plugins = new PluginsOnDisk(directory);
    }

    private static String thing(String id, Class<?> type) {
        return "<thing id='" + id + "' class='" + type.getName() + "'/>";
    }

    private Extensions<Thing> read() {
        return new ClassPathRegistry(plugins.loader()).read(PluginsOnDisk.POINT, Thing.class);
    }

    private static String say(Contribution<Thing> contribution, String word) {
        return contribution.call(t -> {
            try {
                return t.say(word);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, "fallback");
    }

    private static List<String> texts(Extensions<?> extensions) {
        return extensions.problems().stream().map(Problem::text).toList();
    }

    @Test
    void aClassIsLoadedAtTheFirstCallOnly() throws IOException {
        plugins.contribute("com.example.lazy", "<thing id='lazy' label='Lazy one' class='" + Things.class.getName() + "$Lazy'/>");
        Things.LOADED.clear();
        Contribution<Thing> lazy = read().find("lazy").orElseThrow();
        assertEquals("Lazy one", lazy.attribute("label"));
        assertNull(lazy.attribute("absent"));
        assertEquals("com.example.lazy", lazy.contributor());
        assertEquals(List.of(), Things.LOADED);
        assertEquals("word", say(lazy, "word"));
        assertEquals(List.of("Lazy"), Things.LOADED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Throws | java.lang.IllegalStateException: no word (at ",
            "MissesClass | java.lang.NoClassDefFoundError: com/example/Gone (at ",
            "Recurses | java.lang.StackOverflowError (at ",
            "Asserts | java.lang.AssertionError: never (at ",
            "BadConstructor | java.lang.UnsupportedOperationException: in constructor (at ",
            "BadInitialiser | java.lang.NumberFormatException: For input string: \"x\" (at ",
            "NoDefaultConstructor | java.lang.NoSuchMethodException: ",
            "Stranger | java.lang.ClassCastException: org.resetscope.core.tests.extension.Things$Stranger is no org.resetscope",
            "NeverWritten | java.lang.ClassNotFoundException: org.resetscope.core.tests.extension.Things$NeverWritten" })
    void aBrokenContributorIsDisabledAndTold(String type, String reason) throws IOException {
        plugins.contribute("com.example.broken", "<thing id='broken' class='" + Things.class.getName() + "$" + type + "'/>")
                .contribute("com.example.good", thing("good", Things.Echo.class));
        Extensions<Thing> extensions = read();
        assertEquals(List.of(), extensions.problems());
        Contribution<Thing> broken = extensions.find("broken").orElseThrow();
        assertFalse(broken.failed());
        assertEquals("fallback", say(broken, "word"));
        assertEquals("fallback", say(broken, "word"));
        assertTrue(broken.failed());
        assertEquals("word", say(extensions.find("good").orElseThrow(), "word"));
        assertEquals(1, extensions.problems().size(), extensions.problems()::toString);
        Problem told = extensions.problems().get(0);
        assertEquals("contributor-failed", told.code());
        String start = "thing \"broken\" of plug-in com.example.broken failed and is disabled: " + reason;
        assertTrue(told.text().startsWith(start), told.text());
    }

    @Test
    void aFailedContributorIsNotCalledAgainUntilReadAnew() throws IOException {
        plugins.contribute("com.example.broken", thing("broken", Things.Throws.class));
        Things.Throws.calls = 0;
        for (int reading = 1; reading <= 2; reading++) {
            Contribution<Thing> broken = read().find("broken").orElseThrow();
            say(broken, "word");
            say(broken, "word");
            assertEquals(reading, Things.Throws.calls);
        }
    }

    @Test
    void aMissingClassAttributeIsTold() throws IOException {
        plugins.contribute("com.example.broken", "<thing id='broken'/>");
        Extensions<Thing> extensions = read();
        assertEquals("fallback", say(extensions.find("broken").orElseThrow(), "word"));
        assertTrue(texts(extensions).get(0).contains("\"broken\" of plug-in com.example.broken"), texts(extensions)::toString);
    }

    @Test
    void cancellationAndExhaustedMemoryPassThrough() throws IOException {
        plugins.contribute("com.example.x", thing("cancelled", Things.Cancelled.class) + thing("full", Things.Full.class));
        Extensions<Thing> extensions = read();
        assertThrows(OperationCanceledException.class, () -> say(extensions.find("cancelled").orElseThrow(), "word"));
        assertThrows(OutOfMemoryError.class, () -> say(extensions.find("full").orElseThrow(), "word"));
        assertEquals(List.of(), extensions.problems());
    }

    @Test
    void anIoErrorIsNoFailureOfTheContributor() throws IOException {
        plugins.contribute("com.example.x", thing("disk", Things.DiskFails.class));
        Contribution<Thing> disk = read().find("disk").orElseThrow();
        assertThrows(IOException.class, () -> disk.callIo(t -> t.say("word"), null));
        assertFalse(disk.failed());
    }

    @Test
    void ofTwoWithOneIdThePointsOwnPluginWinsThenTheFirstByName() throws IOException {
        plugins.contribute("com.example.z", thing("same", Things.Throws.class))
                .contribute("com.example.a", thing("same", Things.Echo.class));
        Extensions<Thing> extensions = read();
        assertEquals("com.example.a", extensions.find("same").orElseThrow().contributor());
        assertEquals(List.of("thing \"same\" of plug-in com.example.z is ignored: plug-in com.example.a has the same id"),
                texts(extensions));
        assertEquals("duplicate-id", extensions.problems().get(0).code());
        assertEquals(1, extensions.all().size());
    }

    @Test
    void anElementWithoutIdIsTold() throws IOException {
        plugins.contribute("com.example.x", "<thing class='x'/>" + thing("good", Things.Echo.class));
        Extensions<Thing> extensions = read();
        assertEquals(List.of("A thing of plug-in com.example.x has no id and is ignored"), texts(extensions));
        assertEquals(List.of("good"), extensions.all().stream().map(Contribution::id).toList());
    }

    @Test
    void aMalformedPluginXmlIsTold() throws IOException {
        plugins.contribute("com.example.good", thing("good", Things.Echo.class))
                .addFile("com.example.torn", "<plugin><extension point='org.resetscope.sample.things'><thing id=");
        Extensions<Thing> extensions = read();
        assertEquals(List.of("good"), extensions.all().stream().map(Contribution::id).toList());
        assertEquals(List.of("The plugin.xml of plug-in com.example.torn is malformed: what it contributes is missing"),
                texts(extensions));
    }

    @Test
    void thePluginXmlOfAnotherProductIsNotRead() throws IOException {
        plugins.addFile("com.example.other", "<plugin id='store.orm'><not-even");
        assertEquals(List.of(), read().problems());
    }

    @Test
    void aPointThatNobodyDeclaresIsTold() {
        Extensions<Thing> extensions = new ClassPathRegistry(plugins.loader()).read("org.resetscope.sample.nothing", Thing.class);
        assertEquals(List.of(), extensions.all());
        assertEquals("no-extension-point", extensions.problems().get(0).code());
    }

    @Test
    void manyThreadsMakeOneInstanceAndTellOneProblem() throws Exception {
        plugins.contribute("com.example.x", thing("echo", Things.Echo.class) + thing("broken", Things.Throws.class));
        Extensions<Thing> extensions = read();
        Contribution<Thing> echo = extensions.find("echo").orElseThrow();
        Contribution<Thing> broken = extensions.find("broken").orElseThrow();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Thing> call = () -> {
                say(broken, "word");
                return echo.call(t -> t, null);
            };
            long instances = pool.invokeAll(IntStream.range(0, 200).mapToObj(i -> call).toList()).stream().map(f -> {
                try {
                    return f.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).distinct().count();
            assertEquals(1, instances);
            assertEquals(1, extensions.problems().size());
        } finally {
            pool.shutdownNow();
        }
    }
}
