package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.io.InputStream;

import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;

import com.github.luben.zstd.ZstdInputStream;

/** The only class that touches the optional libraries: where they (or their native code) are missing, it fails to link, not its users. */
final class Expanders {

    private Expanders() {
    }

    static InputStream zstd(String name, InputStream in) throws IOException {
        return linked(name, Compression.ZSTD, () -> new ZstdInputStream(in));
    }

    /** With the pure Java decompressor that checks every bound: captures come from strangers (CVE-2025-12183). */
    static InputStream lz4(String name, InputStream in) throws IOException {
        return linked(name, Compression.LZ4, () -> new LZ4FrameInputStream(in, LZ4Factory.safeInstance().safeDecompressor(),
                XXHashFactory.safeInstance().hash32()));
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static InputStream linked(String name, Compression compression, Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (LinkageError e) {
            throw compression.unsupported(name);
        }
    }
}
