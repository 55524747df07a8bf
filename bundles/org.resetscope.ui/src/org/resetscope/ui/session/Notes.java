package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;

/**
 * Bookmarks and notes on resets. They stand at packets, so that they hold when a capture is read again, alone or compared with others.
 * Thread-safe.
 */
public final class Notes {

    /** A packet of a file. @param frame its number, from 1 */
    public record Place(Path file, long frame) {

        static Place of(OpenCapture capture, FrameRef frame) {
            return new Place(capture.file(frame), frame.frame());
        }
    }

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<Place, Note> notes = Map.of();

    /** @param listener told on the thread that changes something */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells a listener no more. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Whether there is no note at all. */
    public boolean isEmpty() {
        return notes.isEmpty();
    }

    /** In the order made. */
    public Map<Place, Note> all() {
        return notes;
    }

    /** Of a reset that was seen at several points, whichever of its packets carries it; {@link Note#NONE} for none. */
    public Note of(OpenReset reset) {
        return notes.isEmpty() ? Note.NONE : notes.getOrDefault(place(reset), Note.NONE);
    }

    /** Where the note on a reset stands, or would. */
    public Place place(OpenReset reset) {
        Map<Place, Note> now = notes;
        List<Reset.Packet> packets = reset.reset().packets();
        for (int i = 1; i < packets.size() && !now.isEmpty(); i++) {
            Place place = Place.of(reset.capture(), packets.get(i).frame());
            if (now.containsKey(place)) {
                return place;
            }
        }
        return Place.of(reset.capture(), packets.get(0).frame());
    }

    /** Sets some notes, those that are {@link Note#isEmpty() empty} by taking them away. */
    public void put(Map<Place, Note> changed) {
        synchronized (this) {
            Map<Place, Note> next = new LinkedHashMap<>(notes);
            changed.forEach((place, note) -> {
                if (note.isEmpty()) {
                    next.remove(place);
                } else {
                    next.put(place, note);
                }
            });
            notes = Collections.unmodifiableMap(next);
        }
        listeners.forEach(Runnable::run);
    }

    /** Takes others in the place of all. */
    public void set(Map<Place, Note> others) {
        synchronized (this) {
            notes = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
        listeners.forEach(Runnable::run);
    }
}
