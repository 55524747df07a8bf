package org.resetscope.core.configuration;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;

/** The configuration of one device, as read. Immutable; answers any number of questions, from several threads. */
public interface Configuration {

    /**
     * What is defined here once for a device, as names that compare equal when two definitions exclude each other ("ip filter" for a
     * packet filter's table). Files whose parts differ can be those of one device.
     */
    Set<String> parts();

    /** What was wrong with the text, in its order. */
    List<ConfigurationProblem> problems();

    /** Its parts in their order, for finding one's way; empty where there are none to tell. */
    default List<OutlineEntry> outline() {
        return List.of();
    }

    /**
     * Looks for settings that make, or let pass, a reset which nobody wanted.
     *
     * @param monitor is asked for cancellation; a cancelled lint throws OperationCanceledException
     */
    LintResult lint(Circumstances circumstances, IProgressMonitor monitor);

    /**
     * Follows one packet as the device would.
     *
     * @throws UnclearQuestionException where the question names something that does not exist, with words for a person
     */
    TraceAnswer trace(TraceQuestion question) throws UnclearQuestionException;

    /** Begins to run the packets of a capture through the device; null where that is of no use. */
    default Replay replay(ReplayRequest request) {
        return null;
    }

    /** Begins to run what two capture points show through the device, taken to stand between them; null where that is of no use. */
    default TransitReplay replay(TransitRequest request) {
        return null;
    }
}
