package org.resetscope.core.advice;

import java.util.List;

import org.resetscope.core.model.Endpoint;

/**
 * What would have prevented some resets: those of connections that one timer seems to have cut.
 *
 * @param servers of the connections
 * @param resets how many
 * @param shortest silence before them, in seconds
 * @param longest
 * @param limit seconds of silence that the timer does not stand, as far as is known
 * @param exact whether it is that long; otherwise at most
 * @param summary which connections were cut by what; one sentence
 * @param sentences what to set and what to mind, for a person
 * @param values null where the timer is too short for keepalives
 * @param configurations the values as programs and devices are told them; empty where there are none
 */
public record Advice(List<Endpoint> servers, int resets, double shortest, double longest, double limit, boolean exact, String summary,
        List<String> sentences, Values values, List<Configuration> configurations) {

    public Advice {
        servers = List.copyOf(servers);
        sentences = List.copyOf(sentences);
        configurations = List.copyOf(configurations);
    }

    /**
     * All times in seconds.
     *
     * @param keepalive silence after which the first probe goes out
     * @param interval between further probes
     * @param probes unanswered ones after which the other side is given up
     * @param timeout that the device should have
     */
    public record Values(long keepalive, long interval, int probes, long timeout) {
    }

    /**
     * Ready to paste.
     *
     * @param target id, as a person types it
     * @param where file or place that the text belongs to
     * @param notes where the target does not take the value that is wanted
     * @param tradeOff what it costs, and what it does not help against
     * @param source where names and units are documented
     */
    public record Configuration(String target, String title, String where, String text, List<String> notes, String tradeOff, String source) {

        public Configuration {
            notes = List.copyOf(notes);
        }
    }
}
