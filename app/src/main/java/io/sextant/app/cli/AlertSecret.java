package io.sextant.app.cli;

import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import java.util.List;

/** What lets alerts out, and facts to a language model of one's own: kept in the vault like the keys of venues, under the name of a service. */
final class AlertSecret {

    static final List<String> SERVICES = List.of("mail", "telegram", "sms", "webhook", "model");

    private AlertSecret() {}

    /** Asks for a user and a password, or for one token; the caller closes it. */
    static VenueKey ask(VenueAccount account) {
        boolean named = account.venue().equals("mail") || account.venue().equals("sms");
        Secret user = named ? SecretInput.ask("User") : Secret.of("-");
        Secret secret = SecretInput.ask(named ? "Password" : "Token");
        if (user.isEmpty() || secret.isEmpty()) {
            throw new RefusedByRule("Nothing was given. Nothing was kept.");
        }
        return new VenueKey(account, VenueNet.LIVE, user, secret, Secret.empty(), WithdrawalRight.NOT_TOLD);
    }
}
