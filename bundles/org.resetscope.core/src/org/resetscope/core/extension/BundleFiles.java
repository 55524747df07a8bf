package org.resetscope.core.extension;

import java.net.URL;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IContributor;
import org.osgi.framework.Bundle;

/** The files of bundles in a running framework. */
final class BundleFiles implements PluginFiles {

    @Override
    public URL find(IContributor plugin, String path) {
        Bundle bundle = ContributorFactoryOSGi.resolve(plugin);
        return bundle == null ? null : bundle.getEntry(path);
    }
}
