package org.resetscope.core.tests.extension;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plug-ins as directories with a plugin.xml and a manifest, on a class path of their own behind that of the tests. */
final class PluginsOnDisk {

    static final String POINT = "org.resetscope.sample.things";

    private final Path directory;
    private final List<URL> urls = new ArrayList<>();

    /** The first plug-in declares the extension point {@link #POINT}. */
    PluginsOnDisk(Path directory) throws IOException {
        this.directory = directory;
        add("org.resetscope.sample", "<extension-point id='things' name='Things'/>");
    }

    PluginsOnDisk add(String name, String contents) throws IOException {
        return addFile(name, "<?xml version='1.0'?><?eclipse version='3.4'?><plugin>" + contents + "</plugin>");
    }

    /** @param things elements within the extension of {@link #POINT} */
    PluginsOnDisk contribute(String name, String things) throws IOException {
        return add(name, "<extension point='" + POINT + "'>" + things + "</extension>");
    }

    PluginsOnDisk addFile(String name, String xml) throws IOException {
        Path plugin = directory.resolve(urls.size() + "-" + name);
        Files.createDirectories(plugin.resolve("META-INF"));
        Files.writeString(plugin.resolve("META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nBundle-SymbolicName: " + name + ";singleton:=true\n");
        Files.writeString(plugin.resolve("plugin.xml"), xml);
        urls.add(plugin.toUri().toURL());
        return this;
    }

    URLClassLoader loader() {
        return new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
    }
}
