package org.resetscope.ui.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture of connections that are refused: one client comes back every 30 seconds, others now and then. */
final class ManyResets {

    private static final int CONNECTIONS = 60;
    private static final int CLIENT = 0x0a000001;
    private static final int SERVER = 0x0a000100;

    private ManyResets() {
    }

    static Path write(Path directory) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(24 + 4 * CONNECTIONS * (16 + 40)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65535).putInt(101);
        for (int i = 0; i < CONNECTIONS; i++) {
            refused(file, i * 30, CLIENT, 40_000 + i, SERVER, 8080);
            if (i % 7 == 3) {
                refused(file, i * 30 + 11, CLIENT + 1 + i % 5, 50_000 + i, SERVER + 1 + i % 3, 443);
            }
        }
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return Files.write(directory.resolve("many-refused.pcap"), bytes);
    }

    private static void refused(ByteBuffer file, int second, int client, int clientPort, int server, int serverPort) {
        packet(file, second, 0, client, clientPort, server, serverPort, 1000, 0, 0x02);
        packet(file, second, 400, server, serverPort, client, clientPort, 0, 1001, 0x14);
    }

    private static void packet(ByteBuffer file, int second, int micros, int from, int fromPort, int to, int toPort, int seq, int ack, int flags) {
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(1_767_225_600 + second).putInt(micros).putInt(40).putInt(40);
        file.order(ByteOrder.BIG_ENDIAN).putInt(0x45000028).putInt(0x00004000).putInt(0x40060000).putInt(from).putInt(to);
        file.putShort((short) fromPort).putShort((short) toPort).putInt(seq).putInt(ack);
        file.put((byte) 0x50).put((byte) flags).putShort((short) 64240).putInt(0);
    }
}
