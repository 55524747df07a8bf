package org.resetscope.firewall.internal.lint;

import java.util.List;

import org.resetscope.core.configuration.ConfigurationFinding;

/** One question to the rules of a family. */
@FunctionalInterface
interface Check {

    List<ConfigurationFinding> examine(Scene scene);
}
