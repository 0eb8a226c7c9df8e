package io.sextant.remote.client;

import java.security.KeyStore;

/** By what somebody proves who he is. */
public sealed interface Proof {

    /** @param own as {@link io.sextant.remote.certificate.Tls#unbundle} gives it */
    record ByCertificate(KeyStore own) implements Proof {}

    /** The password is kept in memory, for each line that is opened anew. */
    record ByPassword(String user, String password) implements Proof {

        @Override
        public String toString() {
            return "password of " + user;
        }
    }
}
