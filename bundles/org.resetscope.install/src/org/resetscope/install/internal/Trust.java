package org.resetscope.install.internal;

import java.io.Console;
import java.io.PrintStream;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.equinox.p2.core.UIServices;

/** Asks the user at the terminal, as the dialogs of the workbench do, whether to trust what is not signed or is signed by strangers. */
final class Trust extends UIServices {

    private final boolean trusted;
    private final PrintStream err;
    private boolean refused;

    /** @param trusted the user said so beforehand */
    Trust(boolean trusted, PrintStream err) {
        this.trusted = trusted;
        this.err = err;
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location) {
        err.println("resetscope: " + location + " asks for a name and a password, which this command cannot give");
        return AUTHENTICATION_PROMPT_CANCELED;
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location, AuthenticationInfo previous) {
        return getUsernamePassword(location);
    }

    @Override
    public TrustInfo getTrustInfo(Certificate[][] strangers, String[] unsigned) {
        List<Certificate> certificates = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (strangers != null) {
            for (Certificate[] chain : strangers) {
                certificates.add(chain[0]);
                lines.add("signed by " + (chain[0] instanceof X509Certificate x ? x.getSubjectX500Principal().getName() : chain[0].getType()));
            }
        }
        if (unsigned != null) {
            for (String detail : unsigned) {
                lines.add("not signed: " + detail);
            }
        }
        boolean yes = trusted || asked(lines);
        refused = !yes;
        return new TrustInfo(yes ? certificates.toArray(Certificate[]::new) : new Certificate[0], false, yes);
    }

    /** Whether the answer was no: p2 calls that cancelled. */
    boolean refused() {
        return refused;
    }

    private boolean asked(List<String> lines) {
        err.println("Nobody vouches for this. Plug-ins may do whatever you may:");
        lines.forEach(line -> err.println("  " + line));
        Console console = System.console();
        if (console == null) {
            err.println("resetscope: refused; with --trust it is installed");
            return false;
        }
        String answer = console.readLine("Install it? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
