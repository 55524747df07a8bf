package org.resetscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;

/** What is advised helps: the same traffic through the same NAT is reset without, and survives with the settings as they were printed. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the lab is made of Linux network namespaces")
class AdviceProofTest {

    private static final String[] SAME = { "--only", "^nat-keepalive$", "--seed", "11" };

    @TempDir
    private Path directory;

    @Test
    void theSettingsThatAreAdvisedPreventTheReset() throws IOException, InterruptedException {
        Lab.assumeThereIsOne();
        LabSet before = Lab.make(directory.resolve("before"), SAME);
        assertTrue(!before.scenarios().get(0).rsts().isEmpty(), "without the advice it is reset");
        Path settings = Files.write(directory.resolve("90-keepalive.conf"), advised(before));

        LabSet after = Lab.make(directory.resolve("after"), SAME[0], SAME[1], SAME[2], SAME[3], "--hosts", settings.toString());
        assertEquals(List.of(), after.scenarios().get(0).rsts(), () -> "with " + settings);
        Analysis analysis = new ResetScope().analyze(inputs(after), Settings.DEFAULT, null);
        assertEquals(List.of(), analysis.resets());
        assertTrue(analysis.captures().stream().allMatch(c -> c.packets() > 0 && c.flows() > 0), "the traffic is the same, but no capture has a reset");
    }

    private static List<CaptureFile> inputs(LabSet set) {
        LabSet.Scenario scenario = set.scenarios().get(0);
        return scenario.points().keySet().stream().map(point -> new CaptureFile(set.file(scenario, point), point)).toList();
    }

    /** The lines of configuration that the command line prints for Linux. */
    private List<String> advised(LabSet set) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "org.resetscope.cli.internal.Main", "advise", "--for", "linux"));
        inputs(set).forEach(input -> command.addAll(List.of("--point", input.point() + "=" + input.file())));
        File printed = directory.resolve("advice.txt").toFile();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed).start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "advise ends");
        List<String> lines = Files.readAllLines(printed.toPath());
        assertEquals(0, process.exitValue(), lines::toString);
        List<String> settings = lines.stream().filter(line -> line.startsWith("net.ipv4.tcp_keepalive")).toList();
        assertEquals(3, settings.size(), lines::toString);
        return settings;
    }
}
