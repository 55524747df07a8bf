package org.resetscope.console.tests;

/** What plug-ins add to the console. */
public final class Modules {

    private Modules() {
    }

    /** A good one. */
    public static final class Tickets {

        public String find(int number) {
            return "ticket " + number;
        }
    }

    /** One that its author never ran. */
    public static final class Broken {

        public Broken() {
            throw new IllegalStateException("never tested");
        }
    }
}
