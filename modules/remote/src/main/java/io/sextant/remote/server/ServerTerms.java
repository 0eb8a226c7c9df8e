package io.sextant.remote.server;

import io.sextant.remote.certificate.CertificateAuthority;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an engine is served.
 *
 * @param host what is listened on, loopback unless somebody says otherwise
 * @param port 0 for any that is free
 * @param chain what the server shows of itself, its own certificate first
 * @param userAuthority who signs the certificates of people; empty where only passwords count
 * @param passwords whether a name and a password open the door too
 * @param version of the program, told to who comes in
 */
public record ServerTerms(
        String host,
        int port,
        List<X509Certificate> chain,
        PrivateKey key,
        Optional<X509Certificate> userAuthority,
        boolean passwords,
        String version,
        Limits limits) {

    public ServerTerms {
        chain = List.copyOf(chain);
        if (userAuthority.isEmpty() && !passwords) {
            throw new IllegalArgumentException("without certificates and without passwords nobody could come in");
        }
    }

    public static ServerTerms onLoopback(
            CertificateAuthority.Issued own, X509Certificate authority, boolean passwords, String version) {
        return new ServerTerms(
                "127.0.0.1",
                0,
                List.of(own.certificate()),
                own.key(),
                Optional.of(authority),
                passwords,
                version,
                Limits.USUAL);
    }

    public ServerTerms with(Limits other) {
        return new ServerTerms(host, port, chain, key, userAuthority, passwords, version, other);
    }

    /**
     * What one client may ask of the server.
     *
     * @param lines open at once by all together
     * @param linesAUser open at once by one user
     * @param connectionsAnAddress of whatever kind, also those that have proven nothing yet
     * @param messageBytes the longest that is taken from a client
     * @param messagesASecond for longer than a moment
     * @param burst messages at once
     * @param sendWithin how long a client may take to take what it is sent
     * @param silence after which a line counts as dead
     */
    public record Limits(
            int lines,
            int linesAUser,
            int connectionsAnAddress,
            int messageBytes,
            int messagesASecond,
            int burst,
            Duration sendWithin,
            Duration silence) {

        public static final Limits USUAL =
                new Limits(128, 16, 64, 1 << 20, 200, 2_000, Duration.ofSeconds(10), Duration.ofSeconds(15));
    }
}
