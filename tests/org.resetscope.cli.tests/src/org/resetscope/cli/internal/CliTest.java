package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage, help and version: what needs no capture. */
class CliTest {

    @Test
    void versionIsNoError() {
        assertEquals(new Run(0, Cli.NAME_AND_VERSION + System.lineSeparator(), ""), Run.of("--version"));
        assertEquals(0, Run.of("analyze", "--version").exit());
    }

    @Test
    void versionIsThatOfTheBundle() throws IOException {
        Path manifest = Path.of("../../bundles/org.resetscope.cli/META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifest)) {
            String version = new Manifest(in).getMainAttributes().getValue("Bundle-Version");
            assertEquals("resetscope " + version.replace(".qualifier", ""), Cli.NAME_AND_VERSION);
        }
    }

    @Test
    void helpGoesToStandardOutput() {
        Run help = Run.of("analyze", "--help");
        assertEquals(0, help.exit());
        assertEquals("", help.err());
        for (String told : new String[] { "--point", "--format", "--output", "--filter", "--fail-on", "--join", "Exit codes" }) {
            assertTrue(help.out().contains(told), told);
        }
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 100), help.out());
        assertTrue(Run.of("--help").out().contains("analyze"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''                                | Missing command",
            "--no-such-option                  | Unknown option: '--no-such-option'",
            "lnt x                             | Unknown command: 'lnt'",
            "analyze                           | Missing FILE: which captures?",
            "analyze --firewall - -            | \"-\" is there twice, but there is one standard input",
            "analyze --log none.log x          | --log: 'none.log' cannot be read",
            "analyze --router r x              | --router: there is no profile 'r'",
            "analyze --form json x             | Unknown option: '--form'",
            "analyze --format xml x            | --format: 'xml' is none of text, json, csv, markdown, html",
            "analyze --format                  | Missing required parameter for option '--format' (FORMAT)",
            "analyze --fail-on fatal x         | --fail-on: 'fatal' is none of info, warning, error",
            "analyze --point x                 | --point: expected NAME=FILE but got 'x'",
            "analyze --point =x                | --point: expected NAME=FILE but got '=x'",
            "analyze --point client=           | --point: expected NAME=FILE but got 'client='",
            "analyze --point a=x --point a=y   | --point: there are two captures of point 'a' (--join takes them as parts of one)",
            "analyze --path lan x              | --path: it has the names of points, which --point gives",
            "analyze --path a,fw --point a=x --point b=y | --path: where is point 'b'?",
            "analyze --path a,a --point a=x    | --path: point 'a' is there twice",
            "analyze --path a,client --point a=x | --path: it goes from client to server",
            "analyze --path server,a --point a=x --point server=y | --path: it goes from client to server",
            "analyze --path fw=,a --point a=x  | --path: expected NAME or NAME=ATTACHED but got 'fw='",
            "analyze --path fw,a,fw --point a=x | --path: device 'fw' stands at two places",
            "analyze --path fw=none.v4,a --point a=x | --path: 'none.v4' is neither a file nor a profile of 'resetscope routers'",
            "analyze --follow --path a x       | --path: it has the names of points, which --point gives",
            "analyze - -                       | \"-\" is there twice, but there is one standard input",
            "analyze --filter port=x y         | --filter: 'x' is no port (443) or range of ports (8000-8099), at column 6",
            "analyze --output /no/such/dir/f x | --output: there is no directory /no/such/dir",
            "analyze --output / x              | --output: '/' is a directory" })
    void wrongUsageIsTwoAndSaysWhy(String arguments, String message) {
        Run run = Run.of((Object[]) (arguments.isEmpty() ? new String[0] : arguments.split(" +")));
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        assertEquals("resetscope: " + message, run.err().lines().findFirst().orElse(""));
        assertTrue(run.err().contains("--help"), run.err());
    }

    @Test
    void aFilterIsShownWithItsMistake() {
        assertTrue(Run.of("analyze", "--filter", "port=443 and x", "f").err().contains("  port=443 and x\n               ^"
                .replace("\n", System.lineSeparator())));
    }
}
