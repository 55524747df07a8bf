package org.resetscope.core.extension;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.jar.Manifest;

import javax.xml.parsers.SAXParserFactory;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.resetscope.core.model.Problem;

/**
 * The extensions of all plugin.xml files on a class path, for use without OSGi. Files that do not mention ResetScope's name space are
 * left alone: other products use the same file name for other things.
 */
public final class ClassPathRegistry {

    private static final String NAME_SPACE = "org.resetscope.";

    private final IExtensionRegistry registry;
    private final List<Problem> problems = new ArrayList<>();
    /** Where the plugin.xml of each plug-in is; its other files are beside it. */
    private final Map<String, URL> plugins = new HashMap<>();

    private static final class Holder {
        static final ClassPathRegistry INSTANCE = new ClassPathRegistry(ClassPathRegistry.class.getClassLoader());
    }

    /** Of the class loader that loaded ResetScope; read once, as a class path does not change. */
    static ClassPathRegistry ofThisClassPath() {
        return Holder.INSTANCE;
    }

    /** @param loader finds the plugin.xml files and creates the classes they name */
    public ClassPathRegistry(ClassLoader loader) {
        Object token = new Object();
        try {
            registry = RegistryFactory.createRegistry(new Strategy(loader), token, token);
            for (URL url : Collections.list(loader.getResources("plugin.xml"))) {
                add(url, token);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be searched for plug-ins", e);
        }
    }

    /** As {@link Extensions#readFrom(IExtensionRegistry, String, Class)}, with the problems met while reading the files. */
    public <T> Extensions<T> read(String point, Class<T> type) {
        return Extensions.readFrom(registry, point, type, this::file, problems);
    }

    private URL file(IContributor plugin, String path) throws IOException {
        return new URL(plugins.get(plugin.getName()), path);
    }

    /** As on any class path, the first of several plug-ins of one name is the one. */
    private void add(URL url, Object token) {
        try {
            byte[] xml = bytes(url);
            String name = symbolicName(url);
            if (!new String(xml, StandardCharsets.UTF_8).contains(NAME_SPACE) && (name == null || !name.startsWith(NAME_SPACE))) {
                return;
            }
            if (name == null) {
                throw new IOException("there is no META-INF/MANIFEST.MF with a Bundle-SymbolicName beside it");
            }
            if (plugins.putIfAbsent(name, url) == null && !registry.addContribution(new ByteArrayInputStream(xml),
                    ContributorFactorySimple.createContributor(name), false, name, translations(url), token)) {
                problems.add(Problem.of("contributor-failed",
                        "The plugin.xml of plug-in " + name + " is malformed: what it contributes is missing"));
            }
        } catch (IOException | RuntimeException e) {
            problems.add(Problem.of("contributor-failed", "A plug-in cannot be read: " + url + ": " + e));
        }
    }

    /** As the manifest beside it says; null where it does not. */
    private static String symbolicName(URL pluginXml) throws IOException {
        try (InputStream in = PluginFiles.open(new URL(pluginXml, "META-INF/MANIFEST.MF"))) {
            String name = new Manifest(in).getMainAttributes().getValue("Bundle-SymbolicName");
            return name == null ? null : name.split(";", 2)[0].strip();
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    /** What stands for names that begin with a percent sign; null where the plug-in has none. */
    private static ResourceBundle translations(URL pluginXml) {
        try (InputStream in = PluginFiles.open(new URL(pluginXml, "plugin.properties"))) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] bytes(URL url) throws IOException {
        try (InputStream in = PluginFiles.open(url)) {
            return in.readAllBytes();
        }
    }

    /** Creates classes through the class loader; the default takes the registry's own and writes its log to standard output. */
    private static final class Strategy extends RegistryStrategy {

        private final ClassLoader loader;

        Strategy(ClassLoader loader) {
            super(null, null);
            this.loader = loader;
        }

        @Override
        public Object createExecutableExtension(RegistryContributor contributor, String className, String overridden)
                throws CoreException {
            try {
                return Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new CoreException(Status.error("class " + className + " of " + contributor.getName() + " cannot be created", e));
            }
        }

        /** The JDK's own, without the search for another one, which would cost a tenth of a small run. */
        @Override
        public SAXParserFactory getXMLParser() {
            return SAXParserFactory.newDefaultInstance();
        }

        @Override
        public void log(IStatus status) {
            // what matters is told by the answer of addContribution, as a problem
        }
    }
}
