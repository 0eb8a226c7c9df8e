package io.sextant.remote.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key stores in memory, and what is made of them for TLS 1.3. */
public final class Tls {

    public static final String PROTOCOL = "TLSv1.3";

    private static final String KIND = "PKCS12";
    private static final char[] IN_MEMORY = {};

    private Tls() {}

    /** What an end shows of itself. */
    public static KeyStore own(List<X509Certificate> chain, PrivateKey key) {
        try {
            KeyStore store = empty();
            store.setKeyEntry("own", key, IN_MEMORY, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException unusable) {
            throw new UnusableCertificateException("The certificate and its key do not go together.", unusable);
        }
    }

    /** Whom an end trusts: these and nobody else. */
    public static KeyStore trusted(List<X509Certificate> authorities) {
        try {
            KeyStore store = empty();
            for (X509Certificate one : authorities) {
                store.setCertificateEntry("authority " + store.size(), one);
            }
            return store;
        } catch (GeneralSecurityException unusable) {
            throw new UnusableCertificateException("The authority's certificate cannot be used.", unusable);
        }
    }

    public static SSLContext context(KeyStore trusted, Optional<KeyStore> own) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own.orElse(empty()), IN_MEMORY);
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new UnusableCertificateException("The certificates cannot be used.", unusable);
        }
    }

    /** For taking a user's certificate and key to another machine. */
    public static byte[] bundle(CertificateAuthority.Issued issued, X509Certificate authority, char[] password) {
        try {
            KeyStore store = empty();
            store.setKeyEntry("user", issued.key(), password, new Certificate[] {issued.certificate(), authority});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As {@link #bundle} wrote it; the result needs no password any more, and is only in memory. */
    public static KeyStore unbundle(byte[] bytes, char[] password) {
        try {
            KeyStore read = KeyStore.getInstance(KIND);
            read.load(new ByteArrayInputStream(bytes), password);
            String alias = read.aliases().nextElement();
            List<X509Certificate> chain = Arrays.stream(read.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
            return own(chain, (PrivateKey) read.getKey(alias, password));
        } catch (GeneralSecurityException | IOException | RuntimeException unreadable) {
            throw new UnusableCertificateException(
                    "The certificate's file cannot be opened: it is none, or the password is another.", unreadable);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KIND);
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
