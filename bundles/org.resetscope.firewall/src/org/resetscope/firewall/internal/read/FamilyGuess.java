package org.resetscope.firewall.internal.read;

import java.util.Locale;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.model.Family;

/** iptables-save and ip6tables-save write the same language and need not say which it is: what the rules name tells. */
final class FamilyGuess {

    private static final int LOOKED_AT = 1 << 20;
    private static final Pattern V6 = Pattern
            .compile("(?m)^[^#\\n]{0,400}?\\s(-[sd]|--src|--dst|--source|--destination)\\s+(!\\s+)?[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*:"
                    + "|-p (ipv6-icmp|icmpv6)|^:ufw6-|--icmpv6-type|icmp6-(port|adm|no)");
    private static final Pattern V4 = Pattern
            .compile("(?m)^[^#\\n]{0,400}?\\s(-[sd]|--src|--dst|--source|--destination)\\s+(!\\s+)?\\d+\\.\\d+\\.|-p icmp\\b|icmp-(port|host)-");

    private final ConfigurationText text;

    FamilyGuess(ConfigurationText text) {
        this.text = text;
    }

    Family family() {
        String head = text.text().substring(0, Math.min(text.text().length(), LOOKED_AT));
        if (V6.matcher(head).find()) {
            return Family.IPV6;
        }
        String name = text.name().toLowerCase(Locale.ROOT);
        boolean named = name.endsWith("v6") || name.contains("ip6tables") || name.contains("v6.rules");
        return named && !V4.matcher(head).find() ? Family.IPV6 : Family.IPV4;
    }
}
