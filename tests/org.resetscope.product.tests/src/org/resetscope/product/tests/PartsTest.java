package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The product says what it consists of, and under which licences. */
class PartsTest {

    private static final Path LICENSES = ProductCopy.PRODUCT.resolve("licenses");

    @Test
    void everyThirdPartyBundleIsInTheBillOfMaterials() throws IOException {
        Set<String> told = new TreeSet<>();
        Matcher part = Pattern.compile("\"bom-ref\": \"([^\"]+)\".*?\"purl\": \"pkg:maven/[^\"]+@[^\"]+\".*?\"licenses\": \\[ \\{ \"(expression|license)\"", Pattern.DOTALL)
                .matcher(Files.readString(LICENSES.resolve("bom.json")));
        while (part.find()) {
            told.add(part.group(1));
        }
        try (Stream<Path> plugins = Files.list(ProductCopy.PRODUCT.resolve("plugins"))) {
            assertEquals(plugins.map(p -> p.getFileName().toString().replaceFirst("\\.jar$", "")).filter(p -> !p.startsWith("org.resetscope."))
                    .collect(Collectors.toCollection(TreeSet::new)), told);
        }
    }

    @Test
    void itsOwnLicenceAndAListForPeopleAreThere() throws IOException {
        assertTrue(Files.readString(LICENSES.resolve("LICENSE")).contains("Eclipse Public License"));
        assertTrue(Files.readString(LICENSES.resolve("THIRD-PARTY.txt")).contains("org.apache.groovy:groovy:"));
    }
}
