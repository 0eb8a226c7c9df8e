package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.vault.VenueKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway for text messages that takes JSON with a number and a text. Gateways call the two fields differently: {@code tofield} and {@code
 * textfield} say how. Its user and password go in as basic authorization.
 */
final class Gateway implements Courier {

    private final HttpCourier http;

    Gateway(HttpCourier http) {
        this.http = http;
    }

    @Override
    public void send(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(channel.option("tofield", "to"), channel.option("to", ""));
        body.put(channel.option("textfield", "text"), message.line());
        if (!channel.option("from", "").isEmpty()) {
            body.put("from", channel.option("from", ""));
        }
        Map<String, String> headers = key.map(one -> Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((one.apiKey().reveal() + ":"
                                                        + one.apiSecret().reveal())
                                                .getBytes(StandardCharsets.UTF_8))))
                .orElse(Map.of());
        http.post(URI.create(channel.option("url", "")), Json.of(body), headers, key);
    }
}
