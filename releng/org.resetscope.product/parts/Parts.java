import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Tells what a product consists of: bom.json (CycloneDX 1.6) and THIRD-PARTY.txt in its folder licenses. From p2's books, which know each
 * bundle's coordinates in Maven Central and its checksum, and the licences in licences.tsv. Run as a source file by headless.xml.
 */
public final class Parts {

    private static final String OWN = "org.resetscope.";

    private record Licence(String expression, String url, String coordinates) {

        /** Names beside SPDX's have blanks and no operator. */
        boolean spdx() {
            return expression.indexOf(' ') < 0 || expression.contains(" OR ") || expression.contains(" WITH ");
        }
    }

    private record Part(String bundle, String version, String coordinates, String sha256, Licence licence) {
    }

    /** @param arguments licences.tsv, the repository's artifacts.jar, the product */
    public static void main(String[] arguments) throws Exception {
        Map<String, Licence> licences = licences(Path.of(arguments[0]));
        Map<String, Map<String, String>> books = books(Path.of(arguments[1]));
        Path product = Path.of(arguments[2]);
        List<Part> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
            for (String name : plugins.map(p -> p.getFileName().toString().replaceFirst("\\.jar$", "")).sorted().toList()) {
                String bundle = name.substring(0, name.lastIndexOf('_'));
                if (bundle.startsWith(OWN)) {
                    continue;
                }
                Map<String, String> book = books.getOrDefault(name, Map.of());
                String group = book.get("maven-groupId");
                Licence licence = licences.get(group == null ? bundle : group);
                if (licence == null) {
                    missing.add(bundle + " (" + group + ")");
                    continue;
                }
                String version = name.substring(name.lastIndexOf('_') + 1);
                String coordinates = group != null ? group + ":" + book.get("maven-artifactId") + ":" + book.get("maven-version")
                        : licence.coordinates().split(":").length == 3 ? licence.coordinates()
                        : licence.coordinates() + ":" + version.replaceFirst("\\.0$", "");
                // a bundle that was made from a jar of Central has a checksum of its own
                parts.add(new Part(bundle, version, coordinates, group == null ? null : book.get("download.checksum.sha-256"), licence));
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("licences.tsv does not tell the licence of " + String.join(", ", missing));
        }
        Path folder = Files.createDirectories(product.resolve("licenses"));
        Files.writeString(folder.resolve("bom.json"), bom(parts));
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), text(parts));
    }

    private static Map<String, Licence> licences(Path file) throws IOException {
        Map<String, Licence> licences = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t");
            if (!line.startsWith("#")) {
                licences.put(columns[0], new Licence(columns[1], columns[2], columns.length > 3 ? columns[3] : null));
            }
        }
        return licences;
    }

    /** Properties by "bundle_version". */
    private static Map<String, Map<String, String>> books(Path artifacts) throws Exception {
        Map<String, Map<String, String>> books = new TreeMap<>();
        try (JarFile jar = new JarFile(artifacts.toFile()); InputStream in = jar.getInputStream(jar.getEntry("artifacts.xml"))) {
            NodeList nodes = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in).getElementsByTagName("artifact");
            for (int i = 0; i < nodes.getLength(); i++) {
                Element artifact = (Element) nodes.item(i);
                Map<String, String> properties = new HashMap<>();
                NodeList own = artifact.getElementsByTagName("property");
                for (int j = 0; j < own.getLength(); j++) {
                    properties.put(((Element) own.item(j)).getAttribute("name"), ((Element) own.item(j)).getAttribute("value"));
                }
                books.put(artifact.getAttribute("id") + "_" + artifact.getAttribute("version"), properties);
            }
        }
        return books;
    }

    private static String bom(List<Part> parts) {
        StringBuilder components = new StringBuilder();
        for (Part part : parts) {
            String[] gav = part.coordinates().split(":");
            String licence = part.licence().spdx() ? "{ \"expression\": " + quoted(part.licence().expression()) + " }"
                    : "{ \"license\": { \"name\": " + quoted(part.licence().expression()) + ", \"url\": " + quoted(part.licence().url()) + " } }";
            components.append(components.length() == 0 ? "" : ",\n").append("    { \"type\": \"library\", \"bom-ref\": ")
                    .append(quoted(part.bundle() + "_" + part.version())).append(", \"group\": ").append(quoted(gav[0])).append(", \"name\": ")
                    .append(quoted(gav[1])).append(", \"version\": ").append(quoted(gav[2])).append(",\n      \"purl\": ")
                    .append(quoted("pkg:maven/" + gav[0] + "/" + gav[1] + "@" + gav[2]))
                    .append(part.sha256() == null ? "" : ",\n      \"hashes\": [ { \"alg\": \"SHA-256\", \"content\": " + quoted(part.sha256()) + " } ]")
                    .append(",\n      \"licenses\": [ ").append(licence).append(" ] }");
        }
        UUID serial = UUID.nameUUIDFromBytes(components.toString().getBytes(StandardCharsets.UTF_8));
        return """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "serialNumber": "urn:uuid:%s",
                  "version": 1,
                  "metadata": { "component": { "type": "application", "name": "ResetScope", "licenses": [ { "expression": "EPL-2.0" } ] } },
                  "components": [
                %s
                  ]
                }
                """.formatted(serial, components);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(List<Part> parts) {
        StringBuilder text = new StringBuilder("""
                ResetScope contains these parts of others, unchanged, each under its own licence. The texts of the licences are in the bundles
                (plugins/*.jar: about.html, META-INF/LICENSE) and at the addresses below; the sources are in Maven Central beside the parts.

                """);
        Map<String, List<Part>> byLicence = new TreeMap<>();
        parts.forEach(part -> byLicence.computeIfAbsent(part.licence().expression(), l -> new ArrayList<>()).add(part));
        byLicence.forEach((expression, its) -> {
            text.append(expression).append('\n');
            its.stream().map(p -> p.licence().url()).distinct().forEach(url -> text.append("  ").append(url).append('\n'));
            its.forEach(part -> text.append("    ").append(part.coordinates()).append('\n'));
            text.append('\n');
        });
        return text.toString();
    }
}
