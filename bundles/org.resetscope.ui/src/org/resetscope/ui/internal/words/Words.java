package org.resetscope.ui.internal.words;

import java.util.Locale;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** The model in the words of the workbench. */
public final class Words {

    private Words() {
    }

    public static String sender(Sender sender) {
        return switch (sender) {
            case CLIENT -> "Client";
            case SERVER -> "Server";
            case INTERMEDIARY -> "Device between";
            case UNDETERMINED -> "Undecided";
        };
    }

    public static String fault(Sender fault) {
        return fault == null ? "Nobody" : sender(fault);
    }

    public static String cause(String id) {
        return capital(Causes.title(id));
    }

    public static String phase(Reset.Phase phase) {
        return switch (phase) {
            case SYN_SENT -> "Connecting";
            case SYN_RECEIVED -> "Handshake";
            case ESTABLISHED -> "Established";
            case HALF_CLOSED -> "Closing";
            case CLOSED -> "Closed";
            case MIDSTREAM -> "Start not seen";
        };
    }

    /** What the reset did to the connection. */
    public static String effect(Verdict verdict) {
        if (verdict.effective() == null) {
            return "Unknown";
        }
        return verdict.effective() ? "Ended it" : "None";
    }

    /** With the names that the user gave to hosts. */
    public static String flow(Flow flow) {
        return HostNames.of(flow.client()) + " \u2192 " + HostNames.of(flow.server());
    }

    /** With addresses, behind their names where they have some. */
    public static String flowInFull(Flow flow) {
        return inFull(flow.client()) + " \u2192 " + inFull(flow.server());
    }

    private static String inFull(Endpoint endpoint) {
        String name = HostNames.name(endpoint.address());
        return name == null ? endpoint.toString() : name + " (" + endpoint + ")";
    }

    public static String percent(double probability) {
        // 100 % would claim a certainty that no evidence gives.
        long percent = Math.round(100 * probability);
        if (percent >= 100) {
            return ">\u00a099\u00a0%";
        }
        return percent < 1 ? "<\u00a01\u00a0%" : percent + "\u00a0%";
    }

    /** A probability as people say it. */
    public static String certainty(double probability) {
        if (probability >= 0.95) {
            return "almost certain";
        }
        if (probability >= 0.8) {
            return "very likely";
        }
        if (probability >= 0.6) {
            return "likely";
        }
        return probability >= 0.4 ? "possible" : "uncertain";
    }

    /** What a piece of evidence speaks for or against. */
    public static String hypothesis(String key, Sender claimedSender) {
        String claimed = claimedSender == Sender.CLIENT ? "client" : "server";
        return switch (key) {
            case Evidence.CLAIMED -> "the " + claimed + " itself sent it";
            case Evidence.INTERMEDIARY -> "a device sent it in the " + claimed + "\u2019s name";
            case "endpoint" -> "an endpoint caused it";
            case "middlebox" -> "a device in the path caused it";
            case "injected" -> "it was forged";
            default -> Causes.title(key);
        };
    }

    /** The causes of a family, or children of a cause, that are not named themselves. */
    public static String others(String prefix) {
        return switch (prefix) {
            case "endpoint" -> "other causes at an endpoint";
            case "middlebox" -> "other causes at a device in the path";
            case "injected" -> "other forgeries";
            default -> Causes.title(prefix) + " otherwise";
        };
    }

    public static String count(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
