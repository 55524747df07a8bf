package org.resetscope.ui.internal.resets;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Orders addresses by number, not by letter: 10.0.0.9 before 10.0.0.10, IPv4 before IPv6. */
final class AddressKey {

    private AddressKey() {
    }

    static String of(String address) {
        try {
            // A literal, so that nothing is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return (char) bytes.length + new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
