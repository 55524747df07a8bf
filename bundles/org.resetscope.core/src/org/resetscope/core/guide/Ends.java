package org.resetscope.core.guide;

/**
 * The two ends of the connections that get reset, and where their traffic is captured; all of them are part of commands to be typed.
 *
 * @param client address of the side that connects; null where it is not known
 * @param server address or name of the other side, likewise
 * @param port of the server; 0 where it is not known
 * @param networkInterface on which the traffic passes; null: any
 */
public record Ends(String client, String server, int port, String networkInterface) {

    /** Nothing is known of either. */
    public static final Ends UNKNOWN = new Ends(null, null, 0, null);

    private static final int MOST_PORT = 65_535;

    /**
     * As people write them.
     *
     * @param server ADDRESS, ADDRESS:PORT or [ADDRESS]:PORT
     * @throws IllegalArgumentException whose message begins with what is wrong: "server: 'http' is no port"
     */
    public static Ends parse(String client, String server, String networkInterface) {
        String address = server;
        int port = 0;
        if (server != null) {
            int colon = server.lastIndexOf(':');
            boolean bracketed = server.startsWith("[");
            if (bracketed ? server.indexOf("]:") > 0 : colon >= 0 && server.indexOf(':') == colon) {
                port = port(server.substring(colon + 1));
                address = server.substring(0, colon);
            }
            address = address.replaceAll("[\\[\\]]", "");
        }
        return new Ends(word("client", client, "address"), word("server", address, "address"), port,
                word("interface", networkInterface, "name of one"));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PORT) {
            throw new IllegalArgumentException("server: '" + text + "' is no port");
        }
        return Integer.parseInt(text);
    }

    private static String word(String name, String value, String kind) {
        if (value != null && !value.matches("[\\w.:%@-]+")) {
            throw new IllegalArgumentException(name + ": '" + value + "' is no " + kind);
        }
        return value;
    }
}
