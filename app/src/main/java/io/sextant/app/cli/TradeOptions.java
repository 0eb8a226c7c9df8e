package io.sextant.app.cli;

import io.sextant.app.session.LiveChoice;
import io.sextant.app.session.TestnetKeys;
import io.sextant.app.session.TradingChoice;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueNet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether orders go to the venue, and with which account. */
final class TradeOptions {

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "With --feed: send orders to the venue with this account instead of trading on paper; at"
                    + " several venues with the account of this name at each.")
    @Nullable String account;

    @Option(names = "--testnet", description = "With --account: at the venue's test exchange, with play money.")
    boolean testnet;

    @Option(
            names = "--trade-live",
            paramLabel = "NAME",
            description = "With --account: the account's name again, to say that real money is meant. Needed once.")
    @Nullable String typedName;

    @Option(
            names = "--keyring",
            description = "With --account: unlock the vault with the system's keyring instead of its passphrase.")
    boolean byKeyring;

    @Option(names = "--account-stream-at", hidden = true, description = "Another address for the account's stream.")
    @Nullable String streamAt;

    /** Takes the account's key from {@code vault}, which may still be locked. */
    Optional<LiveChoice> choice(Optional<LiveChoice> feed, LocalKeyDesk vault, @Nullable CommandSpec spec) {
        String name = account;
        if (name == null) {
            if (testnet || typedName != null || byKeyring) {
                throw usage(spec, "--testnet, --trade-live and --keyring go with --account");
            }
            return feed;
        }
        LiveChoice live = feed.orElseThrow(() -> usage(spec, "--account goes with --feed"));
        try {
            List<LiveChoice> each = new ArrayList<>();
            List<LiveChoice> followed = live.each();
            for (int i = 0; i < followed.size(); i++) {
                LiveChoice one = followed.get(i);
                VenueAccount wanted = new VenueAccount(one.venue().label(), name);
                TradingChoice trading = TradingChoice.of(wanted, testnet ? VenueNet.TESTNET : VenueNet.LIVE, vault)
                        .with(Optional.ofNullable(typedName), streamAt(i, followed.size()));
                each.add(new LiveChoice(one.venue(), one.symbols(), one.addresses(), Optional.of(trading)));
            }
            return Optional.of(LiveChoice.over(each));
        } catch (IllegalArgumentException e) {
            throw usage(spec, String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> streamAt(int venue, int venues) {
        return Optional.ofNullable(streamAt).map(all -> venues == 1 ? all : all.split(",", -1)[venue]);
    }

    /**
     * Opens the vault for the account that was chosen. In a window the passphrase is asked for there; a keyring asks nobody here
     * either way.
     */
    void unlock(LiveChoice chosen, LocalKeyDesk vault, boolean inWindow) {
        if (byKeyring || !inWindow) {
            unlockFor(chosen, vault, byKeyring);
        }
    }

    /** Where the key of the chosen account is not in the environment. */
    static void unlockFor(LiveChoice chosen, LocalKeyDesk vault, boolean byKeyring) {
        boolean wanted = chosen.each().stream()
                .flatMap(one -> one.trading().stream())
                .anyMatch(trading -> !(trading.keys() instanceof TestnetKeys keys && keys.hasOwn(trading.account())));
        if (wanted) {
            VaultOpening.unlocked(vault, byKeyring);
        }
    }

    private static RuntimeException usage(@Nullable CommandSpec spec, String sentence) {
        return spec == null
                ? new IllegalArgumentException(sentence)
                : new ParameterException(spec.commandLine(), sentence);
    }
}
