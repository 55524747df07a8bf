package org.resetscope.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** The bundles resolve in a real framework, and what they contribute is registered. */
class WiringTest {

    @ParameterizedTest
    @ValueSource(strings = { "org.resetscope.core", "org.resetscope.cli", "org.resetscope.console" })
    void bundleResolves(String name) {
        assertTrue(Platform.isRunning());
        Bundle bundle = Platform.getBundle(name);
        assertNotNull(bundle, name);
        assertNotEquals(0, bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE), name);
    }

    @Test
    void commandLineIsAnApplication() {
        IExtension application =
                Platform.getExtensionRegistry().getExtension("org.eclipse.core.runtime.applications", "org.resetscope.cli.app");
        assertNotNull(application);
        assertEquals("org.resetscope.cli", application.getContributor().getName());
    }
}
