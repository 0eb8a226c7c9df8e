package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.vault.VenueKey;
import io.sextant.notify.send.NotSent.Fate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program of one's own. The body is signed where the channel has a secret, so that the program knows who speaks; the number in it is the same
 * for the same alert, so that it knows a repetition.
 */
final class Webhook implements Courier {

    static final String SIGNATURE = "X-Sextant-Signature";
    private static final String HMAC = "HmacSHA256";

    private final HttpCourier http;

    Webhook(HttpCourier http) {
        this.http = http;
    }

    @Override
    public void send(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("number", message.number());
        body.put("alert", message.alert());
        body.put("priority", message.priority().name());
        body.put("title", message.title());
        body.put("text", message.text());
        body.put("condition", message.condition());
        body.put("value", message.value());
        body.put("marketNanos", message.marketNanos());
        String json = Json.of(body);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", "sextant-" + message.number());
        String open = channel.option("url", "");
        if (open.isEmpty()) {
            http.post(hiddenAddress(key), json, headers, key);
            return;
        }
        key.ifPresent(one -> headers.put(
                SIGNATURE, "sha256=" + signature(json, one.apiSecret().reveal())));
        http.post(URI.create(open), json, headers, key);
    }

    /** Where knowing the address is all it takes, the address is what lies in the vault. */
    private static URI hiddenAddress(Optional<VenueKey> key) throws NotSent {
        return key.map(one -> one.apiSecret().reveal())
                .filter(AlertChannel::isAddress)
                .map(URI::create)
                .orElseThrow(
                        () -> new NotSent(Fate.NEVER, "the vault's entry holds no address beginning with https://"));
    }

    static String signature(String body, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
