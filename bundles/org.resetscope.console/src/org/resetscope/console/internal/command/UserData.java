package org.resetscope.console.internal.command;

import java.io.File;
import java.nio.file.Path;

/** Where this system keeps what belongs to the user; as the start script has it. */
final class UserData {

    private UserData() {
    }

    static Path folder() {
        String home = System.getProperty("user.home");
        String data = System.getenv("XDG_DATA_HOME");
        if (File.separatorChar == '\\') {
            String local = System.getenv("LOCALAPPDATA");
            return Path.of(local == null ? home : local, "ResetScope");
        }
        if (data != null && !data.isEmpty()) {
            return Path.of(data, "resetscope");
        }
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return Path.of(home, mac ? "Library/Application Support" : ".local/share", "resetscope");
    }
}
