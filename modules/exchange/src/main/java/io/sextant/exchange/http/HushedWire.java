package io.sextant.exchange.http;

import io.sextant.domain.vault.Secret;
import io.sextant.exchange.port.VenueException;
import java.util.List;
import java.util.Map;

/**
 * Takes an account's secrets out of all that comes back: a venue that repeats one in an error would else have it journaled. Secrets
 * of four characters or fewer are left alone, because they would be found in anything.
 */
public final class HushedWire implements PrivateWire {

    private static final String HUSHED = "(secret)";
    private static final int SHORTEST = 4;

    private final PrivateWire wire;
    private final List<Secret> secrets;

    /** The secrets belong to the caller. */
    public HushedWire(PrivateWire wire, List<Secret> secrets) {
        this.wire = wire;
        this.secrets = List.copyOf(secrets);
    }

    /** The text without the secrets in it. */
    public static String hush(String text, List<Secret> secrets) {
        String hushed = text;
        for (Secret secret : secrets) {
            if (secret.length() > SHORTEST && secret.length() <= hushed.length()) {
                hushed = hushed.replace(secret.reveal(), HUSHED);
            }
        }
        return hushed;
    }

    @Override
    public Answer send(String method, String pathAndQuery, Map<String, String> headers, String body)
            throws VenueException {
        Answer answer = wire.send(method, pathAndQuery, headers, body);
        return new Answer(answer.status(), hush(answer.body(), secrets), answer.retryAfterNanos());
    }

    @Override
    public MessageLine open(LineOwner owner) {
        return wire.open(new LineOwner() {

            @Override
            public void opened(MessageLine line) {
                owner.opened(line);
            }

            @Override
            public void read(MessageLine line, String message) {
                owner.read(line, hush(message, secrets));
            }

            @Override
            public void closed(String why) {
                owner.closed(hush(why, secrets));
            }
        });
    }
}
