package org.resetscope.ui.internal.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.ui.internal.cases.CaseFile.Digest;

/** Computes digests of files, each once as long as it does not change. Thread-safe. */
final class Digests {

    private static final int BUFFER = 1 << 20;
    private static final int TICKS = 1000;

    private record Known(long bytes, FileTime changed, Digest digest) {
    }

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /**
     * @param progress told how much was read
     * @throws OperationCanceledException when cancelled
     */
    Digest of(Path file, SubMonitor progress) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no regular file");
        }
        long bytes = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);
        Known before = known.get(file);
        if (before == null || before.bytes() != bytes || !before.changed().equals(changed)) {
            before = new Known(bytes, changed, read(file, bytes, progress));
            known.put(file, before);
        }
        return before.digest();
    }

    private static Digest read(Path file, long bytes, SubMonitor progress) throws IOException {
        progress.setWorkRemaining(TICKS);
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        int ticks = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                progress.checkCanceled();
                digest.update(buffer, 0, n);
                done += n;
                int now = (int) (TICKS * Math.min(1, done / (double) Math.max(1, bytes)));
                progress.worked(now - ticks);
                ticks = now;
            }
        }
        return new Digest(done, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
