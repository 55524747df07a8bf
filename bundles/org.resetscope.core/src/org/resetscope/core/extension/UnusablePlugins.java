package org.resetscope.core.extension;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;
import org.osgi.framework.Constants;
import org.resetscope.core.model.Problem;

/**
 * Plug-ins of ResetScope that are there and cannot be used: they need a bundle that is not. The framework leaves such bundles aside, and p2
 * those in the dropins folder, both without a word.
 */
final class UnusablePlugins {

    private static final String OURS = "org.resetscope.";
    private static final Pattern OPTIONAL = Pattern.compile(";\\s*resolution\\s*:=\\s*\"?optional");

    private UnusablePlugins() {
    }

    /** One for each; none outside of a framework. */
    static List<Problem> problems() {
        // FrameworkUtil would search the class path for frameworks first
        BundleContext context = UnusablePlugins.class.getClassLoader() instanceof BundleReference self ? self.getBundle().getBundleContext() : null;
        if (context == null) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            there.add(bundle.getSymbolicName());
        }
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED) {
                tell(bundle.getSymbolicName(), bundle.getHeaders("").get(Constants.REQUIRE_BUNDLE), there, problems);
            }
        }
        for (Path jar : droppedIn(context)) {
            tell(jar, there, problems);
        }
        return problems;
    }

    private static List<Path> droppedIn(BundleContext context) {
        try {
            Path dropins = Path.of(new URL(String.valueOf(context.getProperty("osgi.install.area")).replace(" ", "%20")).toURI()).resolve("dropins");
            if (!Files.isDirectory(dropins)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(dropins, 4)) {
                return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
            }
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            return List.of(); // not installed as a product
        }
    }

    private static void tell(Path jar, Set<String> there, List<Problem> problems) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name != null && !there.contains(name.split(";", 2)[0].strip())) {
                tell(name.split(";", 2)[0].strip(), manifest.getMainAttributes().getValue(Constants.REQUIRE_BUNDLE), there, problems);
            }
        } catch (IOException e) {
            problems.add(Problem.of("plugin-unusable", "The plug-in " + jar + " cannot be read: " + e.getMessage()));
        }
    }

    private static void tell(String name, String required, Set<String> there, List<Problem> problems) {
        if (required == null || !required.contains(OURS)) {
            return; // none of ours
        }
        List<String> missing = Stream.of(required.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).filter(clause -> !OPTIONAL.matcher(clause).find())
                .map(clause -> clause.split(";", 2)[0].strip()).filter(bundle -> !there.contains(bundle)).toList();
        problems.add(Problem.of("plugin-unusable", "The plug-in " + name + " cannot be used: " + (missing.isEmpty()
                ? "it needs another version of " + required : "it needs " + String.join(", ", missing) + ", which is not installed")));
    }
}
