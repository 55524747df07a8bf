package org.resetscope.vendors.internal;

/** Address and port in one, as logs are searched for them. */
final class Ends {

    private Ends() {
    }

    static String of(String address, String port) {
        return address.indexOf(':') >= 0 ? "[" + address + "]:" + port : address + ":" + port;
    }
}
