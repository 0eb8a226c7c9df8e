package io.sextant.app.session;

import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of play money out of the environment, {@code SEXTANT_BINANCE_MAIN_KEY} and {@code SEXTANT_BINANCE_MAIN_SECRET} for
 * {@code binance/main}; where it has none they come from the vault. An environment is no place for a key of real money, so this is for
 * desks at test exchanges only.
 */
public final class TestnetKeys implements VenueKeys {

    private final Map<String, String> environment;
    private final VenueKeys vault;

    public TestnetKeys(Map<String, String> environment, VenueKeys vault) {
        this.environment = Map.copyOf(environment);
        this.vault = vault;
    }

    /** Whether the vault need not be opened for this account. */
    public boolean hasOwn(VenueAccount account) {
        return !value(account, "_KEY").isEmpty() && !value(account, "_SECRET").isEmpty();
    }

    private String value(VenueAccount account, String ending) {
        String name = "SEXTANT_"
                + (account.venue() + "_" + account.name())
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "_");
        return environment.getOrDefault(name + ending, "");
    }

    @Override
    public List<KeyEntry> list() {
        return vault.list();
    }

    @Override
    public Optional<VenueKey> find(VenueAccount account) {
        return hasOwn(account)
                ? Optional.of(new VenueKey(
                        account,
                        VenueNet.TESTNET,
                        Secret.of(value(account, "_KEY")),
                        Secret.of(value(account, "_SECRET")),
                        Secret.empty(),
                        WithdrawalRight.NOT_TOLD))
                : vault.find(account);
    }
}
