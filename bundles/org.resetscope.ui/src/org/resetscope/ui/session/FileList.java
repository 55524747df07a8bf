package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** A list of files that is kept from run to run. */
public final class FileList {

    private final String node;
    private final int most;

    /** @param name of the list, unique in the workbench */
    FileList(String name, int most) {
        this.node = "org.resetscope.ui/" + name;
        this.most = most;
    }

    public synchronized List<Path> list() {
        Preferences node = InstanceScope.INSTANCE.getNode(this.node);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String file = node.get(Integer.toString(i), "");
            if (!file.isEmpty()) {
                files.add(Path.of(file));
            }
        }
        return files;
    }

    /** Puts files first, each once. */
    public synchronized void add(List<Path> opened) {
        List<Path> files = new ArrayList<>();
        opened.forEach(file -> files.add(file.toAbsolutePath().normalize()));
        list().stream().filter(file -> !files.contains(file)).forEach(files::add);
        write(files);
    }

    public synchronized void set(List<Path> files) {
        write(files);
    }

    private void write(List<Path> files) {
        Preferences node = InstanceScope.INSTANCE.getNode(this.node);
        for (int i = 0; i < most; i++) {
            String key = Integer.toString(i);
            if (i < files.size()) {
                node.put(key, files.get(i).toString());
            } else {
                node.remove(key);
            }
        }
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(FileList.class).warn("A list of files could not be saved", e);
        }
    }
}
