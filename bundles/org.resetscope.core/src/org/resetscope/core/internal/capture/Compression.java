package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;

/** Compressions that captures come in, told apart by their first bytes and never by the name. */
enum Compression {
    NONE("", -1) {
        @Override
        InputStream expand(String name, InputStream in) {
            return in;
        }
    },
    /** RFC 1952. */
    GZIP("gzip", 0x1f8b) {
        @Override
        InputStream expand(String name, InputStream in) throws IOException {
            return new GZIPInputStream(new MembersInputStream(in), BUFFER);
        }
    },
    /** RFC 8878. */
    ZSTD("zstd", 0x28b52ffd) {
        @Override
        InputStream expand(String name, InputStream in) throws IOException {
            try {
                return ZstdExpander.expand(in);
            } catch (LinkageError e) {
                throw unsupported(name);
            }
        }
    },
    /** LZ4 frame format 1.6. */
    LZ4("lz4", 0x04224d18) {
        @Override
        InputStream expand(String name, InputStream in) throws IOException {
            try {
                return Lz4Expander.expand(in);
            } catch (LinkageError e) {
                throw unsupported(name);
            }
        }
    },
    XZ("xz", 0xfd377a58) {
        @Override
        InputStream expand(String name, InputStream in) throws IOException {
            throw unsupported(name);
        }
    },
    BZIP2("bzip2", 0x425a68) {
        @Override
        InputStream expand(String name, InputStream in) throws IOException {
            throw unsupported(name);
        }
    },
    ZIP("zip", 0x504b0304) {
        @Override
        InputStream expand(String name, InputStream in) throws IOException {
            throw unsupported(name);
        }
    };

    static final int MAGIC_LENGTH = 4;
    private static final int BUFFER = 1 << 16;

    private final String word;
    private final int magic;

    Compression(String word, int magic) {
        this.word = word;
        this.magic = magic;
    }

    /** @param head the first {@link #MAGIC_LENGTH} bytes, or all there are */
    static Compression of(byte[] head) {
        int value = 0;
        for (int i = 0; i < MAGIC_LENGTH; i++) {
            value = value << 8 | (i < head.length ? head[i] & 0xff : 0);
        }
        for (Compression compression : values()) {
            boolean short16 = compression == GZIP && value >>> 16 == GZIP.magic;
            boolean short24 = compression == BZIP2 && value >>> 8 == BZIP2.magic;
            if (short16 || short24 || compression.magic == value && compression != NONE) {
                return compression;
            }
        }
        return NONE;
    }

    /** @throws IOException when its header is broken; a {@link CaptureException} when this compression cannot be read here */
    abstract InputStream expand(String name, InputStream in) throws IOException;

    String word() {
        return word;
    }

    CaptureException unsupported(String name) {
        return new CaptureException(Code.COMPRESSION,
                name + " is compressed with " + word + ", which cannot be read here; decompress it first.");
    }
}
