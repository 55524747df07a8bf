package org.resetscope.core.extension;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;

import org.eclipse.core.runtime.IContributor;

/** Finds the files of plug-ins. */
@FunctionalInterface
interface PluginFiles {

    /** @return null where there is none for sure; opening the address may still tell that there is none */
    URL find(IContributor plugin, String path) throws IOException;

    static InputStream open(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // the cache of jar connections would keep the jar open, and so undeletable on Windows
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
