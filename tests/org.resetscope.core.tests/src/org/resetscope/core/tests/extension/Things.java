package org.resetscope.core.tests.extension;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.OperationCanceledException;

/** Contributors of each kind, good and broken. */
final class Things {

    /** Classes in the order in which their static initialisers ran: tells whether a class was loaded. */
    static final List<String> LOADED = new ArrayList<>();

    private Things() {
    }

    public interface Thing {
        String say(String word) throws IOException;
    }

    public static class Echo implements Thing {
        @Override
        public String say(String word) {
            return word;
        }
    }

    public static class Lazy extends Echo {
        static {
            LOADED.add("Lazy");
        }
    }

    public static class Throws implements Thing {
        static int calls;

        @Override
        public String say(String word) {
            calls++;
            throw new IllegalStateException("no " + word);
        }
    }

    public static class MissesClass implements Thing {
        @Override
        public String say(String word) {
            throw new NoClassDefFoundError("com/example/Gone");
        }
    }

    public static class Recurses implements Thing {
        @Override
        public String say(String word) {
            return say(word) + word;
        }
    }

    public static class Asserts implements Thing {
        @Override
        public String say(String word) {
            throw new AssertionError("never");
        }
    }

    public static class Cancelled implements Thing {
        @Override
        public String say(String word) {
            throw new OperationCanceledException();
        }
    }

    public static class Full implements Thing {
        @Override
        public String say(String word) {
            throw new OutOfMemoryError("simulated");
        }
    }

    public static class DiskFails implements Thing {
        @Override
        public String say(String word) throws IOException {
            throw new IOException("disk");
        }
    }

    public static class BadConstructor extends Echo {
        public BadConstructor() {
            throw new UnsupportedOperationException("in constructor");
        }
    }

    public static class BadInitialiser extends Echo {
        static final int X = Integer.parseInt("x");
    }

    public static class NoDefaultConstructor extends Echo {
        public NoDefaultConstructor(int needed) {
            LOADED.add("NoDefaultConstructor" + needed);
        }
    }

    /** Fulfils no contract. */
    public static class Stranger {
    }
}
