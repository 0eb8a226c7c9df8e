package io.sextant.exchange;

import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyInspector;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.http.HushedWire;
import io.sextant.exchange.port.KeyRights;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import java.util.List;
import java.util.Optional;

/**
 * Asks the venues themselves what a key may do. A test exchange is asked for the balances only: it knows no withdrawals, and what
 * could be withdrawn is play money.
 */
public final class VenueKeyInspector implements KeyInspector {

    private final Clock clock;
    private final Optional<String> requestsAt;

    /** {@code requestsAt} replaces the venues' usual address. */
    public VenueKeyInspector(Clock clock, Optional<String> requestsAt) {
        this.clock = clock;
        this.requestsAt = requestsAt;
    }

    @Override
    public KeyVerdict inspect(VenueKey key) {
        Optional<LiveVenue> venue = LiveVenue.find(key.account().venue());
        if (venue.isEmpty()) {
            return new KeyVerdict.NotAsked("nobody here knows " + key.account().venue());
        }
        try {
            TradingConnector connector = venue.get().trading(key, requestsAt, Optional.empty(), clock);
            if (key.net() == VenueNet.TESTNET) {
                connector.balances();
                return new KeyVerdict.Valid(true, WithdrawalRight.NOT_TOLD);
            }
            KeyRights rights = connector.rights();
            return new KeyVerdict.Valid(rights.mayTrade(), rights.withdrawal());
        } catch (VenueException e) {
            String said = HushedWire.hush(
                    String.valueOf(e.getMessage()), List.of(key.apiKey(), key.apiSecret(), key.passphrase()));
            return switch (e.kind()) {
                case REFUSED -> new KeyVerdict.NotAccepted(venue.get().title() + " says: " + said);
                case UNREACHABLE, THROTTLED, UNREADABLE ->
                    new KeyVerdict.NotAsked(venue.get().title() + " cannot be asked: " + said);
            };
        } catch (IllegalArgumentException notOfTheForm) {
            // Its message may quote the secret.
            return new KeyVerdict.NotAccepted(
                    "this is not what a secret of " + venue.get().title() + " looks like");
        }
    }
}
