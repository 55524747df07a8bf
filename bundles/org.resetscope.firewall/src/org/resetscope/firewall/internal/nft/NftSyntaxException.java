package org.resetscope.firewall.internal.nft;

/** Something that cannot be read, and where. */
final class NftSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient NftToken token;

    NftSyntaxException(NftToken token, String message) {
        super(message, null, false, false);
        this.token = token;
    }

    NftToken token() {
        return token;
    }

    static NftSyntaxException unexpected(NftToken token, String wanted) {
        String found = token.isEnd() ? "the end of the text" : token.is(NftToken.NEWLINE) ? "the end of the line" : "'" + shortened(token.text()) + "'";
        return new NftSyntaxException(token, found + " where " + wanted + " is expected");
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }
}
