package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.LiveChoice;
import io.sextant.app.session.OfflineDesk;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which desk is meant by a command that opens it for a moment; one of an account needs the account's key for that. */
final class DeskToChange {

    @Mixin
    DeskChoice desk = new DeskChoice();

    @Mixin
    AddressOptions at = new AddressOptions();

    @Option(
            names = "--keyring",
            description =
                    "For a desk of an account: unlock the vault with the system's keyring instead of its passphrase.")
    boolean byKeyring;

    @Option(names = "--account-stream-at", hidden = true, description = "Another address for the account's stream.")
    @Nullable String streamAt;

    DeskFolder in(@Nullable Path dataFolder) {
        return desk.in(dataFolder);
    }

    void change(@Nullable Path dataFolder, ChangeSetting setting) {
        change(dataFolder, marketNanos -> setting);
    }

    /** The setting is told the first instant of the market that the desk has not lived through yet. */
    void change(@Nullable Path dataFolder, LongFunction<ChangeSetting> from) {
        opened(dataFolder, session -> {
            ChangeSetting setting = from.apply(session.openedAtMarketNanos() + 1);
            Answer answer = session.client()
                    .submit(new CommandKey("setting-" + new SystemClock().nanos()), setting)
                    .toCompletableFuture()
                    .join();
            return switch (answer) {
                case Answer.Done done -> done;
                case Answer.Refused(var refusal) -> throw new RefusedByRule(refusal.sentence());
            };
        });
    }

    /** Works with an open desk. */
    @FunctionalInterface
    interface Work<R, X extends Exception> {

        R with(DeskSession session) throws X;
    }

    <R, X extends Exception> R opened(@Nullable Path dataFolder, Work<R, X> work) throws X {
        Path folder = dataFolder == null ? DataFolder.usual() : dataFolder;
        Clock clock = new SystemClock();
        Optional<VenueAddresses> addresses = at.addresses(null);
        VenueKeyInspector inspector = new VenueKeyInspector(clock, addresses.map(VenueAddresses::requests));
        try (LocalKeyDesk vault = LocalKeyDesk.in(folder, inspector, clock)) {
            DeskOptions options = OfflineDesk.toOpen(folder, in(dataFolder), vault);
            Optional<LiveChoice> live = options.live().map(one -> one.at(addresses, Optional.ofNullable(streamAt)));
            live.ifPresent(one -> TradeOptions.unlockFor(one, vault, byKeyring));
            try (DeskSession session =
                    DeskSession.openForAMoment(live.map(options::withLive).orElse(options), what -> {})) {
                return work.with(session);
            }
        }
    }
}
