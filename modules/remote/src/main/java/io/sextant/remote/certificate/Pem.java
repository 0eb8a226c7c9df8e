package io.sextant.remote.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Certificates and keys as text (RFC 7468), as other programs read and write them. */
public final class Pem {

    private static final String KEY = "PRIVATE KEY";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /** Throws {@link UnusableCertificateException}, with a sentence. */
    public static X509Certificate readCertificate(Path file) {
        return readCertificates(file).getFirst();
    }

    /** A chain, the server's own first. */
    public static List<X509Certificate> readCertificates(Path file) {
        return certificates(read(file), file.toString());
    }

    public static List<X509Certificate> certificates(String text, String where) {
        try {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (all.isEmpty()) {
                throw new UnusableCertificateException("There is no certificate in " + where + ".");
            }
            return all;
        } catch (CertificateException unreadable) {
            throw new UnusableCertificateException(
                    "There is no certificate that can be read in " + where + ".", unreadable);
        }
    }

    public static PrivateKey readKey(Path file) {
        String text = read(file);
        String begin = "-----BEGIN " + KEY + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + KEY + "-----");
        if (from < 0 || to < from) {
            throw new UnusableCertificateException("There is no key in " + file + " (PKCS #8, not encrypted).");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
            return keyOf(bytes);
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            throw new UnusableCertificateException("The key in " + file + " cannot be read.", unreadable);
        }
    }

    private static PrivateKey keyOf(byte[] bytes) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no kind of key");
        for (String kind : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException other) {
                last = other;
            }
        }
        throw last;
    }

    public static void write(Path file, List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(one -> text.append(text(one)));
        KeptFile.write(file, text.toString(), KeptFile.FOR_ALL);
    }

    public static String text(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", ((Certificate) certificate).getEncoded());
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static void writeKey(Path file, PrivateKey key) {
        KeptFile.write(file, block(KEY, key.getEncoded()), KeptFile.FOR_THE_OWNER);
    }

    private static String block(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UnusableCertificateException("The file " + file + " cannot be read.", unreadable);
        }
    }
}
