package io.sextant.exchange.coinbase;

import io.sextant.domain.vault.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs Coinbase's short-lived tokens (JWT, ES256). The secret is the private key as Coinbase gives it: PEM, in SEC 1 or PKCS 8, whose
 * line ends may stand as {@code \n}, so that it fits on one line.
 */
final class CoinbaseKey {

    /** SEQUENCE of the algorithm: elliptic curve, P-256. */
    private static final byte[] ALGORITHM = HexFormat.of().parseHex("301306072a8648ce3d020106082a8648ce3d030107");

    private static final byte[] VERSION = {2, 1, 0};

    private CoinbaseKey() {}

    /**
     * The token for one request. {@code uri} is method, host and path, empty for a stream.
     *
     * @throws IllegalArgumentException when the secret is no such key; says nothing of it
     */
    static String token(Secret name, Secret secret, long nowSeconds, long lifeSeconds, String nonce, String uri) {
        String header =
                "{\"alg\":\"ES256\",\"kid\":\"" + name.reveal() + "\",\"nonce\":\"" + nonce + "\",\"typ\":\"JWT\"}";
        String claims = "{\"sub\":\"" + name.reveal() + "\",\"iss\":\"cdp\",\"nbf\":" + nowSeconds + ",\"exp\":"
                + (nowSeconds + lifeSeconds) + (uri.isEmpty() ? "" : ",\"uri\":\"" + uri + "\"") + "}";
        String signed =
                part(header.getBytes(StandardCharsets.UTF_8)) + "." + part(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey(secret));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + part(signature.sign());
        } catch (GeneralSecurityException e) {
            throw notAKey();
        }
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static PrivateKey privateKey(Secret secret) throws GeneralSecurityException {
        String pem = secret.reveal();
        String base64 =
                pem.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").replaceAll("\\s", "");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
        byte[] pkcs8 = pem.contains("BEGIN EC PRIVATE KEY") ? wrapped(bytes) : bytes;
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /** PKCS 8 around a key of SEC 1: version, algorithm, and the key as octets. */
    private static byte[] wrapped(byte[] sec1) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(VERSION);
        inner.writeBytes(ALGORITHM);
        inner.writeBytes(element(0x04, sec1));
        return element(0x30, inner.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else if (content.length < 0x100) {
            element.write(0x81);
            element.write(content.length);
        } else {
            element.write(0x82);
            element.write(content.length >> 8);
            element.write(content.length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }

    private static IllegalArgumentException notAKey() {
        return new IllegalArgumentException("this is no private key of Coinbase");
    }
}
