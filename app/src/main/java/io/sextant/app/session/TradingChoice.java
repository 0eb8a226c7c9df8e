package io.sextant.app.session;

import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import java.util.Optional;

/**
 * An account to send orders to. {@code typedName} is what a person typed to say that real money is meant: asked for once, and not at a
 * venue's test exchange. {@code streamAt} is another address for the account's stream.
 */
public record TradingChoice(
        VenueAccount account, VenueNet net, VenueKeys keys, Optional<String> typedName, Optional<String> streamAt) {

    /** With its key out of {@code vault}, which may still be locked; for a test exchange out of the environment where it has one. */
    public static TradingChoice of(VenueAccount account, VenueNet net, VenueKeys vault) {
        return new TradingChoice(
                account,
                net,
                net == VenueNet.TESTNET ? new TestnetKeys(System.getenv(), vault) : vault,
                Optional.empty(),
                Optional.empty());
    }

    public TradingChoice with(Optional<String> newTypedName, Optional<String> newStreamAt) {
        return new TradingChoice(account, net, keys, newTypedName, newStreamAt);
    }
}
