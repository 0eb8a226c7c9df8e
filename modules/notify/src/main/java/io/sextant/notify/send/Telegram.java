package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.vault.VenueKey;
import io.sextant.notify.send.NotSent.Fate;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** By a bot of one's own: the channel's secret is its token, {@code chat} where it writes. */
final class Telegram implements Courier {

    private static final String USUAL = "https://api.telegram.org";
    private static final String TOKEN = "[A-Za-z0-9:_-]{8,128}";

    private final HttpCourier http;

    Telegram(HttpCourier http) {
        this.http = http;
    }

    @Override
    public void send(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        String token = key.map(one -> one.apiSecret().reveal())
                .filter(one -> one.matches(TOKEN))
                .orElseThrow(() -> new NotSent(Fate.NEVER, "the bot's token is missing or is no token"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("chat_id", channel.option("chat", ""));
        body.put("text", message.line());
        body.put("disable_notification", !isLoud(message));
        URI address = URI.create(channel.option("url", USUAL) + "/bot" + token + "/sendMessage");
        http.post(address, Json.of(body), Map.of(), key);
    }

    private static boolean isLoud(Message message) {
        return switch (message.priority()) {
            case INFO -> false;
            case WARNING, ERROR, URGENT -> true;
        };
    }
}
