package io.sextant.app.session;

import io.sextant.domain.vault.VenueAccount;

/** Orders would go out with real money, and nobody typed the account's name yet. */
public final class LiveNotAgreed extends SessionProblem {

    private static final long serialVersionUID = 1;

    private final transient VenueAccount account;

    LiveNotAgreed(VenueAccount account) {
        super("Orders of this desk would be sent to " + account
                + " with real money, and nobody has agreed to that yet. To agree, type the account's name once:"
                + " sextant run ... --trade-live " + account.name()
                + ". Nothing was opened; for play money there is --testnet, and without --account the desk"
                + " trades on paper.");
        this.account = account;
    }

    public VenueAccount account() {
        return account;
    }
}
