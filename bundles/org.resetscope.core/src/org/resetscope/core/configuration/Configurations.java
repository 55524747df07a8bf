package org.resetscope.core.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

/** Reads device configurations by the formats that plug-ins contribute; one instance for one piece of work. Thread-safe. */
public final class Configurations {

    private final Extensions<ConfigurationFormat> formats = Extensions.read(Extensions.CONFIGURATIONS, ConfigurationFormat.class);

    /** Whether any plug-in knows the text's format. */
    public boolean recognises(ConfigurationText text) {
        return format(text).isPresent();
    }

    /**
     * The devices that some texts configure. Texts that define different things (the tables filter and nat, IPv4 and IPv6) belong to one
     * device; as soon as two define the same, each text is a device's own. Texts of no known format are left out.
     */
    public List<ConfiguredDevice> devices(List<ConfigurationText> texts) {
        List<ConfiguredDevice> devices = new ArrayList<>();
        byFormat(texts).forEach((format, its) -> {
            List<ConfiguredDevice> single = new ArrayList<>();
            for (ConfigurationText text : its) {
                parse(format, List.of(text)).ifPresent(single::add);
            }
            if (single.size() > 1 && disjoint(single)) {
                parse(format, its).ifPresent(devices::add);
            } else {
                devices.addAll(single);
            }
        });
        return devices;
    }

    /** The one device that all the texts together configure; empty where no plug-in knows them all. */
    public Optional<ConfiguredDevice> device(List<ConfigurationText> texts) {
        Map<Contribution<ConfigurationFormat>, List<ConfigurationText>> byFormat = byFormat(texts);
        return byFormat.size() != 1 || byFormat.values().iterator().next().size() != texts.size() ? Optional.empty()
                : parse(byFormat.keySet().iterator().next(), texts);
    }

    /** All checks of all formats. */
    public List<ConfigurationCheck> checks() {
        List<ConfigurationCheck> checks = new ArrayList<>();
        formats.all().forEach(f -> checks.addAll(f.call(c -> List.copyOf(c.checks()), List.of())));
        return checks;
    }

    /** What was wrong with plug-ins so far. */
    public List<Problem> problems() {
        return formats.problems();
    }

    private Map<Contribution<ConfigurationFormat>, List<ConfigurationText>> byFormat(List<ConfigurationText> texts) {
        Map<Contribution<ConfigurationFormat>, List<ConfigurationText>> result = new LinkedHashMap<>();
        for (ConfigurationText text : texts) {
            format(text).ifPresent(f -> result.computeIfAbsent(f, x -> new ArrayList<>()).add(text));
        }
        return result;
    }

    private Optional<Contribution<ConfigurationFormat>> format(ConfigurationText text) {
        String head = text.head();
        return formats.all().stream().filter(f -> f.call(c -> c.recognises(head), false)).findFirst();
    }

    private static Optional<ConfiguredDevice> parse(Contribution<ConfigurationFormat> format, List<ConfigurationText> texts) {
        return Optional.ofNullable(format.call(f -> f.parse(texts), null)).map(c -> new ConfiguredDevice(format, c, texts));
    }

    private static boolean disjoint(List<ConfiguredDevice> devices) {
        Set<String> seen = new HashSet<>();
        return devices.stream().allMatch(d -> d.parts().stream().allMatch(seen::add));
    }
}
