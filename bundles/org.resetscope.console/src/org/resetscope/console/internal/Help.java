package org.resetscope.console.internal;

import java.util.Map;

/** What the console tells of itself. */
final class Help {

    private static final String TEXT = """
            Scripts are written in Groovy. What is there:
              open 'a.pcap', ...                  reads and explains captures and keeps them open
              open client: 'c.pcap', server: 's.pcap'      the same traffic at several points
              open join: true, 'a1.pcap', 'a2.pcap'        rotated files, as one capture
              analyze 'a.pcap', ...               as open, without keeping
              captures, resets                    of all that is open
              filter resets, 'port=443 and intermediary'   as --filter of the command line; also of an analysis
              table rows, columns...              a table: table resets, 'id', 'verdict.cause'
                                                           table resets, cause: { it.verdict.cause }
                                                           table resets.countBy { it.verdict.cause }, 'cause', 'resets'
              show value                          shows it as the prompt does
              explain resets[0]                   who sent it, why, and what to do
              export analysis, 'report.json'      the file's name says the format; format: 'csv' does too
              close analysis                      forgets it
            """;

    private Help() {
    }

    /** @param modules descriptions by name */
    static String text(Map<String, String> modules) {
        StringBuilder text = new StringBuilder(TEXT);
        if (!modules.isEmpty()) {
            text.append("Added by plug-ins:\n");
        }
        modules.forEach((name, description) -> text.append(String.format("  %-34s  %s%n", name, description)));
        return text.toString();
    }
}
