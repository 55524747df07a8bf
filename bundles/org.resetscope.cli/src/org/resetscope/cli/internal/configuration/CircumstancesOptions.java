package org.resetscope.cli.internal.configuration;

import java.util.LinkedHashMap;
import java.util.Map;

import org.resetscope.core.configuration.Circumstances;

import picocli.CommandLine.Option;

/** Options that tell what a device does beside its rules. */
public final class CircumstancesOptions {

    @Option(names = "--sysctl", paramLabel = "KEY=VALUE",
            description = "A kernel setting that differs from the default (repeatable), such as net.netfilter.nf_conntrack_tcp_loose=0.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--kernel", paramLabel = "VERSION", description = "The kernel's version. Default: a recent one.")
    private String kernel;

    public Circumstances circumstances() {
        return new Circumstances(settings, kernel);
    }
}
