package org.resetscope.core.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.analyze.ContributedFormats;
import org.resetscope.core.model.Capture;
import org.resetscope.core.reading.Captures;

/**
 * Writes a capture of an analysis again as pcapng (draft-ietf-opsawg-pcapng) with the verdict as a packet comment on each reset and on the
 * packet that it answers, where Wireshark shows it. A pcapng capture is copied byte for byte, its blocks and options with it; of other
 * formats every packet keeps its time, precision, link type, lengths and bytes.
 */
public final class AnnotatedCapture {

    private static final String PCAPNG = "pcapng";

    private AnnotatedCapture() {
    }

    /**
     * @param capture of one file that can be read again
     * @param out not closed
     * @return what could not be done, for the user
     * @throws IOException when the capture cannot be read or the copy not written; the message is a sentence for the user
     * @throws OperationCanceledException when cancelled
     */
    public static List<String> write(Analysis analysis, Capture capture, OutputStream out, IProgressMonitor monitor) throws IOException {
        SubMonitor progress = SubMonitor.convert(monitor, "Writing the annotated capture", 100);
        List<CaptureFormat> formats = ContributedFormats.of(Extensions.read(Extensions.CAPTURE_FORMATS, CaptureFormat.class));
        Comments comments = new Comments(analysis.resets(), capture.id());
        List<String> problems = new ArrayList<>();
        try (CaptureInput input = Captures.open(capture.file(), null, progress::isCanceled);
                PacketSource source = Captures.read(input, formats)) {
            if (source.format().equals(PCAPNG)) {
                new PcapngCopy(input, source, comments, problems).write(out, progress);
            } else {
                new PcapngConversion(input, source, comments).write(out, progress);
            }
        }
        return problems;
    }
}
