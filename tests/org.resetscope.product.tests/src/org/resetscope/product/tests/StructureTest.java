package org.resetscope.product.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Dependencies go one way: plug-ins know core, core knows no plug-in; what needs no user interface has none; no package cycles. */
class StructureTest {

    private static final List<String> REGISTRY = List.of("org.eclipse.core.runtime", "org.eclipse.core.runtime.spi");
    private static final Path BUNDLES = Path.of("..", "..", "bundles");
    private static final List<String> WITH_USER_INTERFACE = List.of("org.resetscope.ui", "org.resetscope.console.ui", "org.resetscope.live.ui");

    static Stream<String> bundles() {
        try (Stream<Path> all = Files.list(BUNDLES)) {
            List<String> names = all.map(p -> p.getFileName().toString()).filter(n -> n.startsWith("org.resetscope")).sorted().toList();
            assertTrue(names.contains("org.resetscope.core"), names::toString);
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> headless() {
        return bundles().filter(name -> !WITH_USER_INTERFACE.contains(name));
    }

    private static JavaClasses classes(String bundle) {
        Path compiled = BUNDLES.resolve(bundle).resolve("target").resolve("classes");
        assertTrue(Files.isDirectory(compiled), compiled + " is missing: the bundle was not built");
        return new ClassFileImporter().importPath(compiled);
    }

    @Test
    void coreReachesForNothingButTheRegistryAndItsLibraries() {
        noClasses().should().dependOnClassesThat(new DescribedPredicate<JavaClass>("are foreign to core") {
            @Override
            public boolean test(JavaClass c) {
                String name = c.getBaseComponentType().getPackageName();
                boolean eclipse = name.startsWith("org.eclipse") && !REGISTRY.contains(name);
                boolean resetscope = name.startsWith("org.resetscope") && !name.startsWith("org.resetscope.core");
                return eclipse || resetscope || name.startsWith("java.awt") || name.startsWith("javax.swing");
            }
        }).check(classes("org.resetscope.core"));
    }

    @ParameterizedTest
    @MethodSource("headless")
    void withoutUserInterfaceMeansWithoutSwtAndWorkspace(String bundle) {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui..",
                "org.eclipse.core.resources..", "org.eclipse.draw2d..").check(classes(bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void internalsOfOtherBundlesAreOffLimits(String bundle) {
        noClasses().should().dependOnClassesThat(new DescribedPredicate<JavaClass>("are internal to another bundle") {
            @Override
            public boolean test(JavaClass c) {
                String name = c.getBaseComponentType().getPackageName();
                boolean own = (name + ".").startsWith(bundle + ".internal.");
                return name.startsWith("org.resetscope.") && (name + ".").contains(".internal.") && !own;
            }
        }).check(classes(bundle));
    }

    /** GEF's API of 2007 may be swapped for another without a search through the workbench. */
    @Test
    void gefIsKnownToOnePackage() {
        noClasses().that().resideOutsideOfPackage("org.resetscope.ui.internal.canvas..").should().dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.draw2d..", "org.eclipse.gef..").check(classes("org.resetscope.ui"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void packagesFormNoCycle(String bundle) {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(classes(bundle));
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass c) {
            return c.getPackageName().startsWith("org.resetscope") ? SliceIdentifier.of(c.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };
}
