package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueKeyInspector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the keys of venues, encrypted. */
@Command(
        name = "vault",
        mixinStandardHelpOptions = true,
        description =
                "Keeps the keys of venues in an encrypted file. Secrets are asked for without echo, or read from standard"
                        + " input, a line each; never from arguments.")
final class VaultCommand extends SextantCommand.Part {

    private static final String BY_KEYRING = "Unlock with the system's keyring instead of the passphrase.";

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw usage("Say what to do: vault init, list, add, remove or change-passphrase");
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Makes an empty vault. Asks for a new passphrase twice.")
    int init(@Option(names = "--keyring", description = "Let the system's keyring open it too.") boolean inKeyring) {
        try (LocalKeyDesk desk = desk();
                Secret passphrase = askTwice()) {
            desk.create(passphrase, inKeyring);
        }
        say("The vault is made. There is no way in without its passphrase"
                + (inKeyring ? " or this system's keyring." : "."));
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys, without their secrets.")
    int list(
            @Option(names = "--keyring", description = BY_KEYRING) boolean byKeyring,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        try (LocalKeyDesk desk = unlocked(byKeyring)) {
            List<KeyEntry> entries = desk.list();
            PrintWriter out = Console.of(spec).out();
            if (json) {
                List<Map<String, Object>> keys = new ArrayList<>();
                entries.forEach(entry -> keys.add(map(entry)));
                Json.print(out, Map.of("keys", keys));
            } else {
                Table table = new Table("ACCOUNT", "NET", "KEY ENDS IN", "WITHDRAWAL", "ADDED");
                entries.forEach(entry -> table.row(
                        entry.account(),
                        words(entry.net()),
                        entry.keyEnd(),
                        words(entry.withdrawal()),
                        UtcText.of(entry.addedNanos())));
                table.printOr(out, "The vault is empty.");
                out.flush();
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a key. Asks for the vault's passphrase, the API key, its secret, and the venue's passphrase where it"
                            + " has one.")
    int add(
            @Parameters(paramLabel = "VENUE/NAME", description = "The account, such as binance/main.") String name,
            @Option(names = "--testnet", description = "The key is for the venue's test exchange.") boolean testnet,
            @Option(names = "--keyring", description = BY_KEYRING) boolean byKeyring,
            @Option(names = "--requests-at", hidden = true, description = "Another address for the venue's requests.")
                    @Nullable String requestsAt) {
        VenueAccount account = account(name);
        if (AlertSecret.SERVICES.contains(account.venue())) {
            try (LocalKeyDesk desk = VaultOpening.unlocked(desk(requestsAt), byKeyring);
                    VenueKey secret = AlertSecret.ask(account)) {
                desk.add(secret);
            }
            say("The secret of " + account + " is in the vault.");
            return ExitCode.OK;
        }
        if (LiveVenue.find(account.venue()).isEmpty()) {
            throw usage("the venues are " + LiveVenue.labels() + ", and beside them " + AlertSecret.SERVICES + ", not "
                    + account.venue());
        }
        try (LocalKeyDesk desk = VaultOpening.unlocked(desk(requestsAt), byKeyring);
                Secret apiKey = SecretInput.ask("API key");
                Secret apiSecret = SecretInput.ask("API secret");
                Secret third = SecretInput.ask("Passphrase of the API key (empty if it has none)")) {
            if (apiKey.isEmpty() || apiSecret.isEmpty()) {
                throw usage("a venue's key has an API key and an API secret");
            }
            VenueNet net = testnet ? VenueNet.TESTNET : VenueNet.LIVE;
            KeyVerdict verdict =
                    desk.add(new VenueKey(account, net, apiKey, apiSecret, third, WithdrawalRight.NOT_TOLD));
            say("The key of " + account + " is in the vault. " + sentence(verdict));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a key from the vault, not at its venue.")
    int remove(
            @Parameters(paramLabel = "VENUE/NAME") String name,
            @Option(names = "--keyring", description = BY_KEYRING) boolean byKeyring) {
        VenueAccount account = account(name);
        try (LocalKeyDesk desk = unlocked(byKeyring)) {
            desk.remove(account);
        }
        say("The key of " + account
                + " is gone from the vault. At the venue it still works until you revoke it there.");
        return ExitCode.OK;
    }

    @Command(
            name = "change-passphrase",
            mixinStandardHelpOptions = true,
            description = "Asks for the old passphrase and twice for the new one, and encrypts everything anew.")
    int changePassphrase() {
        try (LocalKeyDesk desk = desk();
                Secret old = SecretInput.ask("Passphrase of the vault")) {
            desk.unlock(old);
            try (Secret wanted = askTwice()) {
                desk.changePassphrase(old, wanted);
            }
        }
        say("The vault has a new passphrase. Copies of the old file still open with the old one.");
        return ExitCode.OK;
    }

    private LocalKeyDesk desk() {
        return desk(null);
    }

    private LocalKeyDesk desk(@Nullable String requestsAt) {
        Path data = dataFolder();
        Clock clock = new SystemClock();
        return LocalKeyDesk.in(
                data == null ? DataFolder.usual() : data,
                new VenueKeyInspector(clock, Optional.ofNullable(requestsAt)),
                clock);
    }

    private LocalKeyDesk unlocked(boolean byKeyring) {
        return VaultOpening.unlocked(desk(), byKeyring);
    }

    private Secret askTwice() {
        Secret wanted = SecretInput.ask("New passphrase");
        try (Secret again = SecretInput.ask("Once more")) {
            if (!wanted.equals(again)) {
                wanted.close();
                throw new RefusedByRule("The two passphrases differ. Nothing was changed.");
            }
            return wanted;
        }
    }

    private VenueAccount account(String name) {
        try {
            return VenueAccount.parse(name);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private static String sentence(KeyVerdict verdict) {
        return switch (verdict) {
            case KeyVerdict.Valid(boolean mayTrade, WithdrawalRight right) ->
                (mayTrade ? "It may trade" : "IT MAY NOT TRADE")
                        + (right == WithdrawalRight.NONE
                                ? " and cannot withdraw, says the venue."
                                : "; the venue does not tell whether it can withdraw.");
            case KeyVerdict.NotAccepted(String reason) -> reason;
            case KeyVerdict.NotAsked(String reason) ->
                "Nobody asked the venue what it may do (" + reason + "): make sure there that it cannot withdraw.";
        };
    }

    private static Map<String, Object> map(KeyEntry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("venue", entry.account().venue());
        map.put("account", entry.account().name());
        map.put("net", entry.net().name());
        map.put("keyEndsIn", entry.keyEnd());
        map.put("hasPassphrase", entry.hasPassphrase());
        map.put("withdrawal", entry.withdrawal().name());
        map.put("added", UtcText.of(entry.addedNanos()));
        return map;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void say(String sentence) {
        PrintWriter out = Console.of(spec).out();
        out.println(sentence);
        out.flush();
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
