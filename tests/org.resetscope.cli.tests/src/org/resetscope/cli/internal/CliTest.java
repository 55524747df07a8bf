package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CliTest {

    @Test
    void versionIsNoError() {
        assertEquals(0, Cli.run("--version"));
    }

    @Test
    void wrongUsageHasItsOwnExitCode() {
        assertEquals(2, Cli.run("--no-such-option"));
    }
}
