package io.sextant.ui.link;

/**
 * A server as it is kept on this machine; its secret lies in the vault.
 *
 * @param name what the reader calls it
 * @param host a name or an address that its certificate names too
 */
public record SavedServer(String name, String host, int port, Authority authority, Proof proof) {

    public static final int USUAL_PORT = 8443;

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String HOST = "[A-Za-z0-9.:-]{1,253}";
    private static final int HIGHEST_PORT = 65_535;

    public SavedServer {
        if (!isName(name) || !isHost(host) || !isPort(port)) {
            throw new IllegalArgumentException("no name, host and port of a server");
        }
    }

    /** So that it can be the name of a file and of an entry in the vault. */
    public static boolean isName(String text) {
        return text.matches(NAME);
    }

    public static boolean isHost(String text) {
        return text.matches(HOST);
    }

    public static boolean isPort(int number) {
        return number > 0 && number <= HIGHEST_PORT;
    }

    /**
     * Who signed for the server; nobody else is believed.
     *
     * @param pem its certificate
     * @param fingerprint SHA-256 of it, to be compared with what the server's keeper says
     * @param untilNanos when it runs out, UTC
     */
    public record Authority(String pem, String subject, String fingerprint, long untilNanos) {}

    /** By what the reader proves there who he is. */
    public sealed interface Proof {

        record Password(String user) implements Proof {}

        /** A PKCS #12 file on this machine, opened by a password. */
        record Certificate(String file) implements Proof {}
    }
}
