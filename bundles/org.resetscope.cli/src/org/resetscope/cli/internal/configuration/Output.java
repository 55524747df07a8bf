package org.resetscope.cli.internal.configuration;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.resetscope.cli.CommandContext;

/** Writes a report to standard output. */
final class Output {

    private Output() {
    }

    /** @param forPeople in the terminal's charset; else in UTF-8 */
    static void write(CommandContext context, String report, boolean forPeople) throws IOException {
        Charset charset = forPeople ? context.charset() : StandardCharsets.UTF_8;
        Writer out = new OutputStreamWriter(context.out(), charset.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
        out.write(report);
        out.flush();
    }
}
