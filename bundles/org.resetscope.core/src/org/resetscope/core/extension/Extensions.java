package org.resetscope.core.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.RegistryFactory;
import org.resetscope.core.model.Problem;

/**
 * What plug-ins contribute to one extension point, as of the moment of reading. Reading costs no class loading, so that each piece of
 * work (an analysis, a report) reads anew: that is how bundles that come and go are followed, and how long a contributor that failed
 * stays disabled. Thread-safe.
 *
 * @param <T> the contract that the classes named in the attribute {@code class} fulfil
 */
public final class Extensions<T> {

    /** Of {@link org.resetscope.core.capture.CaptureFormat}. */
    public static final String CAPTURE_FORMATS = "org.resetscope.core.captureFormats";
    /** Of {@link org.resetscope.core.configuration.ConfigurationFormat}. */
    public static final String CONFIGURATIONS = "org.resetscope.core.configurations";
    /** Of {@link org.resetscope.core.detect.Detector}. */
    public static final String DETECTORS = "org.resetscope.core.detectors";
    /** Data files without a class: only their attributes and {@link Contribution#open files} are of use. */
    public static final String DEVICE_PROFILES = "org.resetscope.core.deviceProfiles";
    /** Of {@link org.resetscope.core.log.LogFormat}. */
    public static final String LOG_FORMATS = "org.resetscope.core.logFormats";
    /** Of {@link org.resetscope.core.report.Reporter}. */
    public static final String REPORTERS = "org.resetscope.core.reporters";
    /** Of {@link org.resetscope.core.advice.Advisor}. */
    public static final String ADVISORS = "org.resetscope.core.advisors";
    /** Of {@link org.resetscope.core.report.ReportSection}. */
    public static final String REPORT_SECTIONS = "org.resetscope.core.reportSections";
    /** Of {@link org.resetscope.core.visual.Visualizer}. */
    public static final String VISUALIZERS = "org.resetscope.core.visualizers";

    private static volatile Set<String> leftOut = Set.of();

    private final Map<String, Contribution<T>> contributions = new LinkedHashMap<>();
    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    private Extensions() {
    }

    /**
     * Reads the registry of the running platform; where there is none (plain tests, a plain class path), all plugin.xml files that the
     * class loader of this class finds.
     *
     * @param point qualified id of the extension point
     */
    public static <T> Extensions<T> read(String point, Class<T> type) {
        Extensions<T> all = readAll(point, type);
        all.contributions.keySet().removeIf(id -> leftOut.contains(point + "/" + id));
        return all;
    }

    /**
     * Leaves contributions out of everything that is read from now on, in place of those left out before.
     *
     * @param names each the id of an extension point, a slash, and the id of a contribution to it
     */
    public static void leaveOut(Set<String> names) {
        leftOut = Set.copyOf(names);
    }

    /** As {@link #read}, with what is {@linkplain #leaveOut left out}. */
    public static <T> Extensions<T> readAll(String point, Class<T> type) {
        IExtensionRegistry platform = RegistryFactory.getRegistry();
        return platform != null ? readFrom(platform, point, type) : ClassPathRegistry.ofThisClassPath().read(point, type);
    }

    /** Reads a given registry; bad contributions are left out and told by {@link #problems()}, nothing is thrown. */
    public static <T> Extensions<T> readFrom(IExtensionRegistry registry, String point, Class<T> type) {
        return readFrom(registry, point, type, new BundleFiles(), List.of());
    }

    static <T> Extensions<T> readFrom(IExtensionRegistry registry, String point, Class<T> type, PluginFiles files,
            List<Problem> before) {
        Extensions<T> result = new Extensions<>();
        result.problems.addAll(before);
        IExtensionPoint declared = registry.getExtensionPoint(point);
        if (declared == null) {
            result.problems.add(Problem.of("no-extension-point",
                    "Nothing contributed to " + point + " is available: no plugin.xml that declares this extension point was found"));
            return result;
        }
        for (IConfigurationElement element : inOrder(declared)) {
            try {
                result.add(element, type, files);
            } catch (InvalidRegistryObjectException e) {
                // its bundle went away while we were reading: as if it had gone before
            }
        }
        return result;
    }

    /** The plug-in that declares the point first, the others by name: who wins among duplicates must not depend on start order. */
    private static List<IConfigurationElement> inOrder(IExtensionPoint point) {
        try {
            String owner = point.getContributor().getName();
            List<IConfigurationElement> elements = new ArrayList<>(List.of(point.getConfigurationElements()));
            elements.sort(Comparator.comparing((IConfigurationElement e) -> !e.getContributor().getName().equals(owner))
                    .thenComparing(e -> e.getContributor().getName()));
            return elements;
        } catch (InvalidRegistryObjectException e) {
            return List.of();
        }
    }

    private void add(IConfigurationElement element, Class<T> type, PluginFiles files) {
        String id = element.getAttribute("id");
        String plugin = element.getContributor().getName();
        if (id == null || id.isBlank()) {
            problems.add(Problem.of("contributor-failed", "A " + element.getName() + " of plug-in " + plugin + " has no id and is ignored"));
            return;
        }
        Contribution<T> contribution = new Contribution<>(id, element, type, files, problems::add);
        Contribution<T> first = contributions.putIfAbsent(id, contribution);
        if (first != null) {
            problems.add(Problem.of("duplicate-id", contribution + " is ignored: plug-in " + first.contributor() + " has the same id"));
        }
    }

    /** Plug-ins that are there and cannot be used at all because they need what is not there; none outside of OSGi. */
    public static List<Problem> unusable() {
        return UnusablePlugins.problems();
    }

    /** In a stable order; also those that failed meanwhile. */
    public List<Contribution<T>> all() {
        return List.copyOf(contributions.values());
    }

    /** By its id; also one that failed meanwhile. */
    public Optional<Contribution<T>> find(String id) {
        return Optional.ofNullable(contributions.get(id));
    }

    /** What was wrong with contributions so far, for {@link org.resetscope.core.Analysis#problems()}; each is told once. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
