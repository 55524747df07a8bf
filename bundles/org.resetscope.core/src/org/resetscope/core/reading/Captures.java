package org.resetscope.core.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.internal.capture.Inputs;
import org.resetscope.core.internal.capture.StandardInput;

/**
 * Opens captures, whatever their format and compression.
 *
 * <pre>
 * try (CaptureInput input = Captures.open(file, null); PacketSource packets = Captures.read(input, formats)) {
 *     PacketView packet = new PacketView();
 *     while (packets.next(packet)) { ... }
 * }
 * </pre>
 */
public final class Captures {

    private Captures() {
    }

    /** As {@link #open(String, Path, BooleanSupplier)}, never cancelled. */
    public static CaptureInput open(String file, Path spoolDirectory) throws CaptureException {
        return open(file, spoolDirectory, () -> false);
    }

    /**
     * Opens a file. One that is compressed, and what cannot be read twice (standard input, a pipe), is copied to a temporary file first,
     * which goes away when the input is closed.
     *
     * @param file a path, or "-" for standard input
     * @param spoolDirectory for temporary files; null: the system's
     * @param cancelled asked now and then while copying; true ends the copy, and what was copied is the input
     * @throws CaptureException when there is nothing to read
     */
    public static CaptureInput open(String file, Path spoolDirectory, BooleanSupplier cancelled) throws CaptureException {
        return Inputs.open(file, spoolDirectory, cancelled);
    }

    /**
     * Ends standard input that is being copied, as if what writes it had closed it: what came until then is the input.
     *
     * @return false where none is being copied, or it was asked to end before
     */
    public static boolean endStandardInput() {
        return StandardInput.end();
    }

    /**
     * Starts reading packets with the first format that recognises the input. May be called again for a second pass over the same input;
     * closing the source leaves the input open.
     *
     * @throws CaptureException when no format does, or the header is too damaged
     */
    public static PacketSource read(CaptureInput input, List<CaptureFormat> formats) throws IOException {
        ByteBuffer head = input.copy(0, CaptureFormat.HEAD).asReadOnlyBuffer();
        for (CaptureFormat format : formats) {
            if (format.recognises(head.duplicate())) {
                return format.open(input);
            }
        }
        throw new CaptureException(CaptureException.Code.UNKNOWN_FORMAT, input.name() + " is not a packet capture: "
                + Inputs.describe(head) + ". Captures in pcap, pcapng and snoop format can be read.");
    }
}
