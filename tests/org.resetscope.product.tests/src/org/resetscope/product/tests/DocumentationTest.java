package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/**
 * Everything that a plug-in can see says what it promises: types, methods, constructors, fields and enum constants of exported packages.
 * What overrides something has its docstring from there; a record's compact constructor from the record.
 */
class DocumentationTest {

    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> all = Files.list(BUNDLES)) {
            return all.map(p -> p.getFileName().toString()).filter(n -> n.startsWith("org.resetscope")).sorted().toList().stream();
        }
    }

    private static List<String> exported(String bundle) throws IOException {
        try (var in = Files.newInputStream(BUNDLES.resolve(bundle).resolve("META-INF/MANIFEST.MF"))) {
            String header = new Manifest(in).getMainAttributes().getValue("Export-Package");
            return header == null ? List.of() : Stream.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                    .filter(p -> !p.contains("x-friends")).map(p -> p.split(";")[0].strip()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatIsExportedHasDocstrings(String bundle) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String name : exported(bundle)) {
            try (Stream<Path> files = Files.list(BUNDLES.resolve(bundle).resolve("src").resolve(name.replace('.', '/')))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                    sources.add(source(file.toUri(), Files.readString(file)));
                }
            }
        }
        assertEquals(List.of(), missing(sources));
    }

    @Test
    void whatHasNoneIsFound() throws IOException {
        String text = "package p; /** It. */ public class A { public int a; /** B. */ public int b; protected void c() { } void d() { }\n"
                + "@Override public String toString() { return null; } public enum E { X, /** Y. */ Y } private static class P { public int q; }\n"
                + "/** R. */ public record R(int x) { public R { } public R(String s) { this(0); } } /** I. */ public interface I { void m(); } }\ninterface Q { void m(); }";
        assertEquals(List.of("A a", "A c", "A E", "E X", "R <init>", "I m"), missing(List.of(source(URI.create("string:///p/A.java"), text))));
        assertFalse(exported("org.resetscope.core").isEmpty());
    }

    private static JavaFileObject source(URI uri, String text) {
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Type and member each. */
    private static List<String> missing(List<JavaFileObject> sources) throws IOException {
        List<String> missing = new ArrayList<>();
        if (!sources.isEmpty()) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
            for (CompilationUnitTree unit : task.parse()) {
                new Visible(DocTrees.instance(task), missing).scan(unit, null);
            }
        }
        return missing;
    }

    private static final class Visible extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<String> missing;

        private Visible(DocTrees docs, List<String> missing) {
            this.docs = docs;
            this.missing = missing;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!shown(type.getModifiers(), getCurrentPath().getParentPath().getLeaf())) {
                return null;
            }
            check(type.getSimpleName().toString());
            for (Tree member : type.getMembers()) {
                if (member instanceof ClassTree) {
                    scan(member, nothing);
                } else if (member instanceof MethodTree m && shown(m.getModifiers(), type) && !inherits(m) && !compact(type, m)) {
                    member(m, m.getName().toString());
                } else if (member instanceof VariableTree v && shown(v.getModifiers(), type)) {
                    member(v, v.getName().toString());
                }
            }
            return null;
        }

        private void member(Tree member, String name) {
            TreePath path = new TreePath(getCurrentPath(), member);
            if (docs.getDocComment(path) == null) {
                missing.add(((ClassTree) getCurrentPath().getLeaf()).getSimpleName() + " " + name);
            }
        }

        private void check(String name) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                Tree parent = getCurrentPath().getParentPath().getLeaf();
                missing.add((parent instanceof ClassTree outer ? outer.getSimpleName() : "") + " " + name);
            }
        }

        /** A member of an interface is public without a word. */
        private static boolean shown(ModifiersTree modifiers, Tree outer) {
            Set<Modifier> flags = modifiers.getFlags();
            return outer.getKind() == Tree.Kind.INTERFACE ? !flags.contains(Modifier.PRIVATE)
                    : flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
        }

        private static boolean inherits(MethodTree method) {
            return method.getModifiers().getAnnotations().stream().anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        }

        /** Its parameters are the record's. */
        private static boolean compact(ClassTree type, MethodTree method) {
            return type.getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>")
                    && method.getParameters().stream().map(p -> p.getType().toString()).toList().equals(type.getMembers().stream()
                            .filter(m -> m instanceof VariableTree v && !v.getModifiers().getFlags().contains(Modifier.STATIC))
                            .map(m -> ((VariableTree) m).getType().toString()).toList());
        }
    }
}
