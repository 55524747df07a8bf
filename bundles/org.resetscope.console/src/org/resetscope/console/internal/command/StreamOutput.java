package org.resetscope.console.internal.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

import org.resetscope.console.ScriptOutput;
import org.resetscope.console.Table;

/** Shows everything as text on a stream, and problems on standard error. A stream that nobody reads any more ends the script. */
final class StreamOutput implements ScriptOutput {

    private final Writer out;
    private final PrintStream err;
    private IOException failure;

    StreamOutput(OutputStream out, Charset charset, PrintStream err) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, charset.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        this.err = err;
    }

    @Override
    public void text(String text) {
        try {
            out.write(text);
            if (text.endsWith("\n")) {
                out.flush();
            }
        } catch (IOException e) {
            failure = e;
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void table(Table table) {
        text(table + "\n");
    }

    @Override
    public void problem(String text) {
        err.println("resetscope: " + text.replaceAll("[\\p{Cntrl}&&[^\\t]]", "?"));
    }

    /** @throws IOException also where a write before has failed, whatever the script made of it */
    void flush() throws IOException {
        if (failure != null) {
            throw failure;
        }
        out.flush();
    }
}
