package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * Semantic versions: what plug-ins were compiled against stays there. The folder {@code api} has the API of each bundle under its version;
 * where something of it is gone or different, the bundle's version must be another one (the second number while the first is 0, else the
 * first). New things are free. {@code -Dresetscope.api=write} writes the files anew: for a new version, or while none was released.
 */
class ApiTest {

    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    @ParameterizedTest
    @ValueSource(strings = { "org.resetscope.core", "org.resetscope.cli", "org.resetscope.console", "org.resetscope.ui" })
    void whatPluginsWereCompiledAgainstIsThere(String bundle) throws IOException {
        Manifest manifest = manifest(bundle);
        String version = compatible(manifest.getMainAttributes().getValue("Bundle-Version"));
        Set<String> now = api(bundle, exported(manifest));
        Path file = Path.of("api", bundle + ".txt");
        if ("write".equals(System.getProperty("resetscope.api"))) {
            Files.createDirectories(file.getParent());
            Files.write(file, Stream.concat(Stream.of("version " + version), now.stream()).toList());
        }
        List<String> lines = Files.readAllLines(file);
        if (!lines.get(0).equals("version " + version)) {
            return; // a new version may break with the old
        }
        List<String> gone = lines.stream().skip(1).filter(line -> !now.contains(line)).toList();
        List<String> demanded = now.stream().filter(line -> line.contains(" abstract ") && !lines.contains(line))
                .filter(line -> lines.stream().anyMatch(old -> old.startsWith(line.split(" ")[0] + " interface"))).toList();
        assertEquals(List.of(), demanded, "contributors that implement this do not have it; give it a default");
        assertEquals(List.of(), gone, "gone or different: either restore it, or raise the version of " + bundle + " and write the API anew");
    }

    @ParameterizedTest
    @ValueSource(strings = { "org.resetscope.core", "org.resetscope.cli", "org.resetscope.console", "org.resetscope.ui" })
    void everyPackageOfTheApiSaysWhatItIsForAndSinceWhen(String bundle) throws IOException {
        for (String name : exported(manifest(bundle))) {
            Path info = BUNDLES.resolve(bundle).resolve("src").resolve(name.replace('.', '/')).resolve("package-info.java");
            assertTrue(Files.exists(info) && Files.readString(info).contains("@since"), info + " says it");
        }
    }

    private static Manifest manifest(String bundle) throws IOException {
        try (InputStream in = Files.newInputStream(BUNDLES.resolve(bundle).resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in);
        }
    }

    /** The part of a version that stays while nothing breaks. */
    private static String compatible(String version) {
        String[] numbers = version.split("\\.");
        return numbers[0].equals("0") ? "0." + numbers[1] : numbers[0];
    }

    private static List<String> exported(Manifest manifest) {
        String header = manifest.getMainAttributes().getValue("Export-Package");
        return Stream.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).filter(p -> !p.contains("x-friends"))
                .map(p -> p.split(";")[0].strip()).sorted().toList();
    }

    private static Set<String> api(String bundle, List<String> packages) {
        Set<String> api = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(BUNDLES.resolve(bundle).resolve("target").resolve("classes"))) {
            if (packages.contains(type.getPackageName()) && visible(type)) {
                api.add(type.getName() + (type.isInterface() ? " interface" : type.isRecord() ? " record" : type.isEnum() ? " enum" : " class")
                        + supertypes(type));
                type.getMethods().stream().filter(m -> shown(m.getModifiers())).map(m -> type.getName() + " " + method(m)).forEach(api::add);
                type.getConstructors().stream().filter(c -> shown(c.getModifiers()) && !type.isEnum())
                        .map(c -> type.getName() + " new(" + types(c.getRawParameterTypes()) + ")").forEach(api::add);
                type.getFields().stream().filter(f -> shown(f.getModifiers())).map(f -> type.getName() + " " + field(f)).forEach(api::add);
            }
        }
        return api;
    }

    private static boolean visible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && type.getEnclosingClass().map(ApiTest::visible).orElse(true);
    }

    private static boolean shown(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED)) && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.BRIDGE);
    }

    private static String supertypes(JavaClass type) {
        List<String> names = new ArrayList<>();
        type.getRawSuperclass().map(JavaClass::getName).filter(n -> !n.equals("java.lang.Object")).ifPresent(names::add);
        type.getRawInterfaces().stream().map(JavaClass::getName).sorted().forEach(names::add);
        return names.isEmpty() ? "" : " of " + String.join(", ", names);
    }

    /** What contributors have to implement says so. */
    private static String method(JavaMethod m) {
        return (m.getModifiers().contains(JavaModifier.ABSTRACT) ? "abstract " : "") + (m.getModifiers().contains(JavaModifier.STATIC) ? "static " : "") + m.getName() + "(" + types(m.getRawParameterTypes()) + ") : "
                + m.getRawReturnType().getName();
    }

    private static String field(JavaField f) {
        return (f.getModifiers().contains(JavaModifier.STATIC) ? "static " : "") + f.getName() + " : " + f.getRawType().getName();
    }

    private static String types(List<JavaClass> types) {
        return types.stream().map(JavaClass::getName).collect(Collectors.joining(", "));
    }
}
