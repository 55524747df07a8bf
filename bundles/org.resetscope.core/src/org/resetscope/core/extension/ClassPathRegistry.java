package org.resetscope.core.extension;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.jar.Manifest;

import javax.xml.parsers.SAXParserFactory;

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
    /** System property: the directory where {@link #keep} leaves what it read. Reading that takes a fifth of the time. */
    private static final String KEPT = "resetscope.registry";

    private final Object token = new Object();
    private final IExtensionRegistry registry;
    private final List<Problem> problems = new ArrayList<>();

    private static final class Holder {
        static final ClassPathRegistry INSTANCE = new ClassPathRegistry(ClassPathRegistry.class.getClassLoader(), kept(), true);
    }

    /** Of the class loader that loaded ResetScope; read once, as a class path does not change. */
    static ClassPathRegistry ofThisClassPath() {
        return Holder.INSTANCE;
    }

    /** @param loader finds the plugin.xml files and creates the classes they name */
    public ClassPathRegistry(ClassLoader loader) {
        this(loader, null, true);
    }

    /** @param kept a directory, or null; what it has is taken as what the plugin.xml files say */
    private ClassPathRegistry(ClassLoader loader, File kept, boolean readOnly) {
        Strategy strategy = new Strategy(loader, kept, readOnly);
        try {
            registry = RegistryFactory.createRegistry(strategy, token, token);
            Set<String> names = new HashSet<>();
            for (URL url : strategy.filled ? List.<URL>of() : Collections.list(loader.getResources("plugin.xml"))) {
                add(url, names);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be searched for plug-ins", e);
        }
    }

    /**
     * Keeps what the files of this class path say, in the directory that the system property {@code resetscope.registry} names, for
     * processes with the same class path and property to start sooner. Nothing is kept where something is wrong with the files.
     */
    public static void keep() {
        ClassPathRegistry fresh = new ClassPathRegistry(ClassPathRegistry.class.getClassLoader(), kept(), false);
        if (fresh.problems.isEmpty()) {
            fresh.registry.stop(fresh.token);
        }
    }

    private static File kept() {
        String directory = System.getProperty(KEPT);
        return directory == null ? null : new File(directory);
    }

    /** As {@link Extensions#readFrom(IExtensionRegistry, String, Class)}, with the problems met while reading the files. */
    public <T> Extensions<T> read(String point, Class<T> type) {
        return Extensions.readFrom(registry, point, type, this::file, problems);
    }

    /** The files of a plug-in are beside its plugin.xml. */
    private URL file(IContributor plugin, String path) throws IOException {
        return new URL(new URL(((RegistryContributor) plugin).getActualId()), path);
    }

    /** As on any class path, the first of several plug-ins of one name is the one. */
    private void add(URL url, Set<String> names) {
        try {
            byte[] xml = bytes(url);
            String name = symbolicName(url);
            if (!new String(xml, StandardCharsets.UTF_8).contains(NAME_SPACE) && (name == null || !name.startsWith(NAME_SPACE))) {
                return;
            }
            if (name == null) {
                throw new IOException("there is no META-INF/MANIFEST.MF with a Bundle-SymbolicName beside it");
            }
            if (names.add(name) && !registry.addContribution(new ByteArrayInputStream(xml),
                    new RegistryContributor(url.toString(), name, null, null), true, name, translations(url), token)) {
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
        private final File kept;
        /** Whether the registry has been filled with what was kept. */
        private boolean filled;

        Strategy(ClassLoader loader, File kept, boolean readOnly) {
            super(kept == null ? null : new File[] { kept }, kept == null ? null : new boolean[] { readOnly });
            this.loader = loader;
            this.kept = kept;
        }

        @Override
        public boolean cacheUse() {
            return kept != null;
        }

        @Override
        public void onStart(IExtensionRegistry created, boolean filledFromKept) {
            filled = filledFromKept;
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
