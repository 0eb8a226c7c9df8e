package io.sextant.app.session;

import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers, in the desk's folder, that a person typed the account's name before the first order with real money. */
final class LiveConsent {

    private static final String FILE = "live-account";
    private static final String ENDING = ".txt";

    private LiveConsent() {}

    /** Lets a test exchange and a consent that was given pass; takes one that is given now; else says what is missing. */
    static void require(TradingChoice choice, Path folder, boolean isFirst) {
        if (choice.net() == VenueNet.TESTNET) {
            return;
        }
        VenueAccount account = choice.account();
        Path file = folder.resolve(FILE + (isFirst ? "" : "-" + account.venue()) + ENDING);
        try {
            if (Files.exists(file) && Files.readString(file).strip().equals(account.toString())) {
                return;
            }
            Optional<String> typed = choice.typedName();
            if (typed.isEmpty() || !typed.get().equals(account.name())) {
                throw new LiveNotAgreed(account);
            }
            Files.createDirectories(folder);
            Files.writeString(file, account + System.lineSeparator());
        } catch (IOException e) {
            throw new SessionProblem(
                    "The agreement to trade live cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}
