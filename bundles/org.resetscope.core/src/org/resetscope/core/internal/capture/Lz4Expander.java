package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.io.InputStream;

import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;

/** The only class that touches the optional library: where it is missing, this fails to link and its user does not. */
final class Lz4Expander {

    private Lz4Expander() {
    }

    /** With the pure Java decompressor that checks every bound: captures come from strangers (CVE-2025-12183). */
    static InputStream expand(InputStream in) throws IOException {
        return new LZ4FrameInputStream(in, LZ4Factory.safeInstance().safeDecompressor(), XXHashFactory.safeInstance().hash32());
    }
}
