package org.resetscope.firewall.internal.read;

import java.util.regex.Pattern;

import org.resetscope.core.configuration.ConfigurationText;

/** Listings of rules that leave out what they do: recognised in order to say what to give instead. */
public final class Listings {

    private static final Pattern UFW = Pattern.compile("(?m)^Status: (active|inactive)\\s*$");
    private static final Pattern IPTABLES = Pattern.compile("(?m)^Chain \\S+ \\((policy [A-Z]+|\\d+ references)");

    private final Problems problems;

    public Listings(Problems problems) {
        this.problems = problems;
    }

    public static boolean recognises(String head) {
        return UFW.matcher(head).find() || IPTABLES.matcher(head).find();
    }

    public void read(ConfigurationText text) {
        boolean ufw = UFW.matcher(text.text()).find();
        problems.add("listing", text.name(), 1, 1, ufw
                ? "this is what \"ufw status\" says, which is not all that ufw does: give before.rules, user.rules and after.rules of /etc/ufw, or what"
                        + " iptables-save prints"
                : "this is a listing (iptables -L, shorewall show), which leaves out conditions: give what iptables-save prints, or Shorewall's"
                        + " .iptables-restore-input");
    }
}
