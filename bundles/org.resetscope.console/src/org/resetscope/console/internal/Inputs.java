package org.resetscope.console.internal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.resetscope.console.Cells;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.KnownPath;
import org.resetscope.core.Settings;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;

/**
 * What the arguments of {@code open} and {@code analyze} mean: {@code open 'a.pcap', 'b.pcap'}, {@code open(args)},
 * {@code open(client: 'c.pcap', server: 's.pcap')}, {@code open(join: true, 'a1.pcap', 'a2.pcap')},
 * {@code open('a.pcap', firewall: 'rules.v4', router: 'cisco-asa', log: ['nginx.log', 'kern.log'])},
 * {@code open(lan: 'a.pcap', wan: 'b.pcap', path: 'client,lan,fw=rules.nft,wan,server')}.
 *
 * @param logs of endpoints and devices
 */
record Inputs(List<CaptureFile> files, Settings settings, List<Path> logs) {

    private static final String JOIN = "join";
    private static final String FIREWALL = "firewall";
    private static final String ROUTER = "router";
    private static final String LOG = "log";
    private static final String PATH = "path";
    private static final Set<String> OPTIONS = Set.of(JOIN, FIREWALL, ROUTER, LOG, PATH);

    static Inputs of(String verb, Object... arguments) {
        List<CaptureFile> files = new ArrayList<>();
        Map<Object, Object> options = new HashMap<>();
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> named) {
                named.forEach((name, value) -> {
                    if (OPTIONS.contains(name)) {
                        options.put(name, value);
                    } else {
                        add(files, verb, value, String.valueOf(name));
                    }
                });
            } else {
                add(files, verb, argument, null);
            }
        }
        if (files.isEmpty()) {
            throw new VerbException(verb + ": which capture? Give its file name in quotes.");
        }
        KnownPath path = options.containsKey(PATH) ? path(verb, options.get(PATH), files) : KnownPath.NONE;
        List<String> rules = new ArrayList<>(options.containsKey(FIREWALL) ? names(verb, options.get(FIREWALL)) : List.of());
        rules.addAll(path.rules());
        List<DeviceProfile> devices = new ArrayList<>(options.containsKey(ROUTER) ? devices(verb, options.get(ROUTER)) : List.of());
        devices.addAll(path.profiles());
        List<Path> logs = options.containsKey(LOG) ? logs(verb, options.get(LOG)) : List.of();
        return new Inputs(files, new Settings(Boolean.TRUE.equals(options.get(JOIN)), null,
                rules.isEmpty() && !options.containsKey(FIREWALL) ? List.of() : Rules.texts(verb, rules.stream().distinct().toList()),
                Circumstances.USUAL, devices.stream().distinct().toList(), path.order(), path.devices()), logs);
    }

    /** A text with commas, or a list. */
    private static KnownPath path(String verb, Object path, List<CaptureFile> files) {
        List<String> items = path instanceof Iterable<?> several ? StreamSupport.stream(several.spliterator(), false).map(String::valueOf).toList()
                : List.of(String.valueOf(path).split(","));
        try {
            return KnownPath.of(items, files.stream().map(CaptureFile::point).filter(Objects::nonNull).distinct().toList());
        } catch (IllegalArgumentException e) {
            throw new VerbException(verb + ": path: " + e.getMessage());
        }
    }

    /** Of logs: a name, or several. */
    static List<Path> logs(String verb, Object files) {
        List<Path> logs = names(verb, files).stream().map(Path::of).toList();
        for (Path log : logs) {
            if (!Files.isReadable(log) || Files.isDirectory(log)) {
                throw new VerbException(verb + ": the log " + log + " cannot be read" + (Files.exists(log) ? "" : ": there is no such file"));
            }
        }
        if (logs.isEmpty()) {
            throw new VerbException(verb + ": which log? Give its file name in quotes.");
        }
        return logs;
    }

    private static List<DeviceProfile> devices(String verb, Object ids) {
        DeviceProfiles profiles = DeviceProfiles.read();
        List<DeviceProfile> devices = new ArrayList<>();
        for (Object id : ids instanceof Iterable<?> several ? several : List.of(ids)) {
            devices.add(id instanceof DeviceProfile profile ? profile : profiles.find(id.toString()).orElseThrow(() -> {
                List<String> near = profiles.near(id.toString());
                return new VerbException(verb + ": there is no profile '" + id + "'"
                        + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
            }));
        }
        return devices;
    }

    /** Of files: a name, or several. */
    static List<String> names(String verb, Object files) {
        List<CaptureFile> named = new ArrayList<>();
        add(named, verb, files, null);
        return named.stream().map(CaptureFile::file).toList();
    }

    private static void add(List<CaptureFile> files, String verb, Object argument, String point) {
        if (argument instanceof Object[] several) {
            for (Object one : several) {
                add(files, verb, one, point);
            }
        } else if (argument instanceof Iterable<?> several && !(argument instanceof Path)) {
            several.forEach(one -> add(files, verb, one, point));
        } else if (argument instanceof CaptureFile file) {
            files.add(file);
        } else if (argument instanceof CharSequence || argument instanceof File || argument instanceof Path) {
            files.add(new CaptureFile(home(argument.toString()), point));
        } else {
            throw new VerbException(verb + ": " + Cells.text(argument) + " is no file name");
        }
    }

    /** As a shell would read it. */
    static String home(String file) {
        return file.equals("~") || file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file;
    }
}
