package org.resetscope.core.pattern;

import org.resetscope.core.model.Timestamp;

/**
 * Some resets counted.
 *
 * @param incidents that begin with one of them
 * @param byClient resets that the client sent, as the verdicts have it; likewise the others
 * @param cause the commonest one, and how many resets have it; null and 0 where there is no reset
 * @param first time of the earliest, or null where there is none
 */
public record Tally(int resets, int incidents, int byClient, int byServer, int byIntermediary, int undetermined, String cause, int ofCause,
        Timestamp first, Timestamp last) {
}
