package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.ZstdInputStream;

/** The only class that touches the optional library: where it or its native code is missing, this fails to link and its user does not. */
final class ZstdExpander {

    private ZstdExpander() {
    }

    static InputStream expand(InputStream in) throws IOException {
        return new ZstdInputStream(in);
    }
}
