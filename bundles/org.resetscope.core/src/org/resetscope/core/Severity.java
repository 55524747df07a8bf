package org.resetscope.core;

import java.util.Locale;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** How much a reset matters to whoever runs the network; ordered from harmless to grave. */
public enum Severity {

    /** Harmless: a probe that ends itself, or a reset that the receiver survived. */
    INFO,
    /** An endpoint ended or refused the connection, or the capture does not decide. */
    WARNING,
    /** Something between (or beside) client and server is at fault. */
    ERROR;

    /** By who is at fault and whether the reset had an effect. */
    public static Severity of(Reset reset) {
        Verdict verdict = reset.verdict();
        if (Boolean.FALSE.equals(verdict.effective()) || Causes.within(verdict.cause(), Causes.PROBE)) {
            return INFO;
        }
        return verdict.fault() == Sender.INTERMEDIARY && verdict.sender() != Sender.UNDETERMINED ? ERROR : WARNING;
    }

    /** Lower case, as on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
