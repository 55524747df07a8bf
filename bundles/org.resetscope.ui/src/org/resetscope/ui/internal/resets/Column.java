package org.resetscope.ui.internal.resets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.resetscope.core.model.Endpoint;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** The columns of the table of resets: what each says, and the key that it is sorted by. */
enum Column {

    TIME("Time", 76, SWT.RIGHT) {
        @Override
        String text(OpenReset row) {
            return Preferences.timeFormat().format(row.time(), row.capture().start());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return row.time().nanos();
        }
    },
    FLOW("Connection", 300, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return Words.flow(row.reset().flow());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return key(row.reset().flow().client()) + key(row.reset().flow().server());
        }

        private String key(Endpoint endpoint) {
            return AddressKey.of(endpoint.address()) + (char) endpoint.port();
        }
    },
    SENDER("Sent by", 128, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return Words.sender(row.reset().verdict().sender());
        }

        @Override
        Image image(OpenReset row) {
            return Icons.sender(row.reset().verdict().sender());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return row.reset().verdict().sender();
        }
    },
    WHERE("Where", 176, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return row.where();
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return text(row);
        }
    },
    CAUSE("Cause", 256, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return Words.cause(row.reset().verdict().cause());
        }

        @Override
        Image image(OpenReset row) {
            return Icons.cause(row.reset().verdict().cause());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return row.reset().verdict().cause();
        }
    },
    CONFIDENCE("Sure", 54, SWT.RIGHT) {
        @Override
        String text(OpenReset row) {
            return Words.percent(row.reset().verdict().causeProbability());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return row.reset().verdict().causeProbability();
        }
    },
    /** Only where there are any. */
    NOTE("Note", 150, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            Note note = Session.notes().of(row);
            return (note.bookmarked() ? "\u2605 " : "") + note.line();
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return text(row);
        }
    },
    EFFECT("Effect", 60, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return Words.effect(row.reset().verdict());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return text(row);
        }
    },
    PHASE("Phase", 105, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return Words.phase(row.reset().phase());
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return row.reset().phase();
        }
    },
    HISTORY("History", 100, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return row.reset().flow().history();
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return text(row);
        }
    },
    CAPTURE("Capture", 140, SWT.LEFT) {
        @Override
        String text(OpenReset row) {
            return row.capture().name();
        }

        @Override
        Comparable<?> key(OpenReset row) {
            return text(row);
        }
    };

    private final String title;
    private final int width;
    private final int alignment;

    Column(String title, int width, int alignment) {
        this.title = title;
        this.width = width;
        this.alignment = alignment;
    }

    abstract String text(OpenReset row);

    /** Of one type within a column. */
    abstract Comparable<?> key(OpenReset row);

    Image image(OpenReset row) {
        return null;
    }

    boolean hasImage() {
        return this == SENDER || this == CAUSE;
    }

    String title() {
        return title;
    }

    /** At first, in points; the user may change it. */
    int width() {
        return width;
    }

    int alignment() {
        return alignment;
    }

    /** What a screen reader and a hover say of the heading. */
    String hint() {
        return switch (this) {
            case TIME -> "When the reset was captured";
            case FLOW -> "Client \u2192 server";
            case SENDER -> "Who built the packet, whatever address it carries";
            case WHERE -> "Between which capture points it was born, where that is known, and at which it was seen";
            case CAUSE -> "Why it was sent";
            case CONFIDENCE -> "How probable the cause is";
            case NOTE -> "Your note; \u2605 marks a bookmark";
            case EFFECT -> "Whether the receiver gave the connection up";
            case PHASE -> "How far the connection had come";
            case HISTORY -> "What was seen of the connection, as Zeek writes it: capitals from the client, small letters from the server;"
                    + " S SYN, H SYN,ACK, A ACK, D data, F FIN, R reset";
            case CAPTURE -> "The file it was found in";
        };
    }
}
