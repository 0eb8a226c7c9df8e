package io.sextant.exchange.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.domain.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CoinbaseKeyTest {

    private static final Secret NAME = Secret.of("organizations/o/apiKeys/k");

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String kind, byte[] bytes, String lineEnd) {
        return "-----BEGIN " + kind + "-----" + lineEnd + Base64.getEncoder().encodeToString(bytes) + lineEnd
                + "-----END " + kind + "-----" + lineEnd;
    }

    /** The key inside of PKCS 8: what follows version and algorithm, without the octets' own head. */
    private static byte[] sec1(byte[] pkcs8) {
        int octets = pkcs8[1] < 0 ? 27 : 26;
        return Arrays.copyOfRange(pkcs8, octets + 2, pkcs8.length);
    }

    private static void examine(KeyPair pair, String secret) throws Exception {
        String token = CoinbaseKey.token(
                NAME, Secret.of(secret), 1_700_000_000, 10, "00ff", "GET api.coinbase.com/api/v3/brokerage/accounts");
        String[] parts = token.split("\\.");

        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"alg\":\"ES256\",\"kid\":\"organizations/o/apiKeys/k\",\"nonce\":\"00ff\",\"typ\":\"JWT\"}");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"sub\":\"organizations/o/apiKeys/k\",\"iss\":\"cdp\",\"nbf\":1700000000,\"exp\":1700000010,"
                                + "\"uri\":\"GET api.coinbase.com/api/v3/brokerage/accounts\"}");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void signsWithAKeyInEitherFormAndWithLineEndsOfEitherKind() throws Exception {
        KeyPair pair = pair();
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        for (String lineEnd : new String[] {"\n", "\\n", ""}) {
            examine(pair, pem("PRIVATE KEY", pkcs8, lineEnd));
            examine(pair, pem("EC PRIVATE KEY", sec1(pkcs8), lineEnd));
        }
    }

    @Test
    void saysNothingOfASecretThatIsNoKey() {
        for (String secret : new String[] {"no base 64 canary!", "Y2FuYXJ5"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CoinbaseKey.token(NAME, Secret.of(secret), 1, 1, "", ""))
                    .withMessage("this is no private key of Coinbase")
                    .withNoCause();
        }
    }
}
