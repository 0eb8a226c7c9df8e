package io.sextant.remote.protocol;

/** Where an engine is found on its server, and in which version it speaks. */
public final class Protocol {

    public static final int VERSION = 1;
    public static final String WIRE = "/v1/wire";
    public static final String TOKEN = "/v1/token";

    /** What is changed into a token. */
    public record Credentials(String user, String password) {

        @Override
        public String toString() {
            return "Credentials of " + user;
        }
    }

    /** Worth something for some minutes. */
    public record Token(String token) {

        @Override
        public String toString() {
            return "Token";
        }
    }

    private Protocol() {}
}
