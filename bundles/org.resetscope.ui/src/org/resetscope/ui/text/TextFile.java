package org.resetscope.ui.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file as it was read. What is written back differs in nothing but what the user changed: byte order mark, line ends and even
 * bytes that are no UTF-8 stay.
 *
 * @param charset UTF-8, or ISO 8859-1, which keeps all bytes, where the bytes are no UTF-8
 * @param mark whether it starts with a byte order mark, which is no part of the text
 */
record TextFile(String text, Charset charset, boolean mark) {

    private static final String MARK = "\uFEFF";
    /** Bytes; a text widget takes several times as much. */
    private static final int LARGEST = 16 << 20;

    /** @throws IOException with a message for a person, without the file's name */
    static TextFile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        if (!Files.exists(file)) {
            throw new IOException("does not exist");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("cannot be read");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("is too large to be edited (more than 16 MiB); \"resetscope lint\" reads it");
        }
        byte[] bytes = Files.readAllBytes(file);
        for (byte b : bytes) {
            if (b == 0) {
                throw new IOException("is no text");
            }
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean mark = text.startsWith(MARK);
            return new TextFile(mark ? text.substring(1) : text, StandardCharsets.UTF_8, mark);
        } catch (CharacterCodingException e) {
            return new TextFile(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, false);
        }
    }

    TextFile with(String changed) {
        // What ISO 8859-1 cannot write was not in the file: it becomes UTF-8 as a whole rather than lose a character.
        boolean fits = charset.newEncoder().canEncode(changed);
        return new TextFile(changed, fits ? charset : StandardCharsets.UTF_8, mark);
    }

    /** Over the old content: owner, permissions and links of the file stay. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((mark ? MARK : "").getBytes(charset));
        bytes.writeBytes(text.getBytes(charset));
        Files.write(file, bytes.toByteArray());
    }
}
