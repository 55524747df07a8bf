package org.resetscope.core.tests.build;

final class Bytes {

    private Bytes() {
    }

    static byte[] join(byte[]... parts) {
        ByteWriter writer = new ByteWriter();
        for (byte[] part : parts) {
            writer.bytes(part);
        }
        return writer.toBytes();
    }
}
