package org.resetscope.core.tests.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.filter.Filter;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

class FilterTest {

    private static final Reset IPV4 = reset("10.1.2.3", 40000, "192.168.0.1", 443, "endpoint.abort.unread-data", Sender.SERVER);
    private static final Reset IPV6 = reset("2001:db8::1", 40000, "2001:db8:0:1::2", 80, "injected.on-path", Sender.INTERMEDIARY);

    private static Reset reset(String client, int clientPort, String server, int serverPort, String cause, Sender sender) {
        Verdict verdict = new Verdict(sender, Map.of(), null, cause, 1, null, List.of(), null, "", "", List.of(), List.of(), List.of());
        return new Reset("r1", "i1", new Flow(new Endpoint(client, clientPort), new Endpoint(server, serverPort), false, ""), List.of(),
                Sender.SERVER, Reset.Form.OTHER, Reset.Phase.ESTABLISHED, null, verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            // filter | matches IPV4 | matches IPV6
            "\"\"                                                 | true  | true",
            "address=10.0.0.0/8 and port=443 and cause=endpoint.* and not sender=intermediary | true | false",
            "10.1.2.3                                             | true  | false",
            "10.1.2.4                                             | false | false",
            "10.1.2.0/30                                          | true  | false",
            "10.1.2.0/31                                          | false | false",
            "0.0.0.0/0                                            | true  | false",
            "::/0                                                 | false | true",
            "2001:DB8:0:0:0:0:0:1                                 | false | true",
            "2001:db8:0:1::/64                                    | false | true",
            "2001:db8:0:2::/63                                    | false | false",
            "192.168.0.1:443                                      | true  | false",
            "192.168.0.1:40000                                    | false | false",
            "[2001:db8::1]:40000                                  | false | true",
            "443                                                  | true  | false",
            "port=80,443                                          | true  | true",
            "port = 79-81                                         | false | true",
            "port!=443                                            | false | true",
            "cause=endpoint                                       | true  | false",
            "cause=endpoint.abort                                 | true  | false",
            "cause=endpoint.ab                                    | false | false",
            "endpoint.abort.*                                     | true  | false",
            "cause=*.on-path                                      | false | true",
            "INTERMEDIARY                                         | false | true",
            "sender!=client,server                                | false | true",
            "not injected                                         | true  | false",
            "not not injected                                     | false | true",
            "443 intermediary                                     | false | false",
            "443 or 80 intermediary                               | true  | true",
            "(443 or 80) intermediary                             | false | true",
            "443 AND NOT (client OR intermediary)                 | true  | false" })
    void chooses(String filter, boolean ipv4, boolean ipv6) throws Filter.SyntaxException {
        Filter parsed = Filter.parse(filter);
        assertEquals(ipv4, parsed.matches(IPV4), "IPv4");
        assertEquals(ipv6, parsed.matches(IPV6), "IPv6");
        assertEquals(filter, parsed.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "address=             | 9  | expected a value for address but found the end",
            "address=10.0.0.256   | 9  | '10.0.0.256' is no address",
            "10.0.0.0/33          | 1  | '10.0.0.0/33' is no address",
            "::1/129              | 1  | '::1/129' is no address",
            "port=http            | 6  | 'http' is no port",
            "port=70000           | 6  | '70000': ports go from 0 to 65535",
            "port=90-80           | 6  | '90-80': ports go from 0 to 65535, a range upwards",
            "70000                | 1  | '70000': ports go from 0 to 65535",
            "cause=firewall       | 7  | 'firewall' is no cause",
            "sender=proxy         | 8  | 'proxy' is no sender",
            "intermedairy         | 1  | 'intermedairy' is no address, port, sender",
            "host=1.2.3.4         | 1  | unknown key 'host': one of address, port, cause, sender",
            "443 and              | 8  | expected a condition but found the end",
            "and 443              | 1  | expected a condition but found 'and'",
            "443 or or 80         | 8  | expected a condition but found 'or'",
            "(443                 | 5  | expected ')' but found the end",
            "443)                 | 4  | ')' without '('",
            "()                   | 2  | expected a condition but found ')'",
            "port=80,             | 9  | expected a value for port but found the end",
            "443 = 5              | 1  | unknown key '443'",
            "port>80              | 5  | '>' has no meaning in a filter",
            "port ! 80            | 6  | '!' has no meaning in a filter",
            "caf\u00e9            | 4  | the character U+00E9 has no meaning in a filter" })
    void saysWhatIsWrongAndWhere(String filter, int column, String message) {
        Filter.SyntaxException e = assertThrows(Filter.SyntaxException.class, () -> Filter.parse(filter));
        assertEquals(message, e.getMessage().substring(0, Math.min(message.length(), e.getMessage().length())));
        assertEquals(column, e.column());
    }

    @Test
    void deepNestingIsAnErrorOfTheUserNotOfTheStack() {
        assertThrows(Filter.SyntaxException.class, () -> Filter.parse("(".repeat(100_000)));
        assertThrows(Filter.SyntaxException.class, () -> Filter.parse("not ".repeat(100_000)));
    }

    @Test
    void aLongListIsFine() throws Filter.SyntaxException {
        Filter.parse("443 or ".repeat(2_000) + "80").matches(IPV4);
    }
}
