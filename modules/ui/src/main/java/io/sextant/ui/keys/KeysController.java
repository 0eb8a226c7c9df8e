package io.sextant.ui.keys;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Does with the vault what the view asks for. The vault is slow on purpose and venues are far, so each call waits on a thread of its
 * own; one at a time. Secrets that are handed in are wiped here, whatever becomes of the call.
 */
public final class KeysController {

    private static final System.Logger LOG = System.getLogger(KeysController.class.getName());

    private final KeyDesk desk;
    private final Texts texts;
    private final KeysModel model = new KeysModel();
    private Runnable onOpened = () -> {};

    public KeysController(KeyDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    public KeysModel model() {
        return model;
    }

    /** Called whenever the vault was unlocked or made. */
    public void whenOpened(Runnable opened) {
        onOpened = opened;
    }

    /** What an attempt came to: whether it was a change for the better, and the sentence about it, empty for none. */
    private record Said(boolean failed, String sentence) {}

    private record Seen(KeyDesk.State state, boolean keyring, List<KeyEntry> entries) {}

    /** Says why the vault is shown. One that was open has to be opened anew, because it did not do what was asked. */
    public void tell(VaultException problem) {
        desk.lock();
        show(new Said(true, sentence(problem)));
        show(new Seen(desk.state(), desk.hasKeyring(), List.of()));
    }

    /** Looks at the vault as it is. */
    public void refresh() {
        run(() -> "", List.of());
    }

    public void unlock(Secret passphrase) {
        run(
                () -> {
                    desk.unlock(passphrase);
                    return "";
                },
                List.of(passphrase));
    }

    public void unlockByKeyring() {
        run(
                () -> {
                    desk.unlockByKeyring();
                    return "";
                },
                List.of());
    }

    public void lock() {
        String locked = texts.get("keys.locked");
        run(
                () -> {
                    desk.lock();
                    return locked;
                },
                List.of());
    }

    public void create(Secret passphrase, Secret again, boolean inKeyring) {
        String made = texts.get("keys.made");
        if (differ(passphrase, again)) {
            return;
        }
        run(
                () -> {
                    desk.create(passphrase, inKeyring);
                    return made;
                },
                List.of(passphrase, again));
    }

    public void changePassphrase(Secret old, Secret wanted, Secret again) {
        String changed = texts.get("keys.changed");
        if (differ(wanted, again)) {
            old.close();
            return;
        }
        run(
                () -> {
                    desk.changePassphrase(old, wanted);
                    return changed;
                },
                List.of(old, wanted, again));
    }

    public void add(VenueKey key) {
        String withoutWithdrawal = texts.get("keys.added.withdrawal.none");
        String notTold = texts.get("keys.added.withdrawal.not-told");
        String noTrade = texts.get("keys.added.no-trade");
        String account = key.account().toString();
        run(
                () -> told(account, desk.add(key), withoutWithdrawal, notTold, noTrade),
                List.of(key.apiKey(), key.apiSecret(), key.passphrase()));
    }

    private static String told(
            String account, KeyVerdict verdict, String withoutWithdrawal, String notTold, String noTrade) {
        return account + ": "
                + switch (verdict) {
                    case KeyVerdict.Valid(boolean mayTrade, WithdrawalRight right) ->
                        (right == WithdrawalRight.NONE ? withoutWithdrawal : notTold) + (mayTrade ? "" : " " + noTrade);
                    case KeyVerdict.NotAccepted(String reason) -> reason;
                    case KeyVerdict.NotAsked(String reason) -> notTold + " (" + reason + ")";
                };
    }

    public void remove(VenueAccount account) {
        String gone = texts.get("keys.removed", account);
        run(
                () -> {
                    desk.remove(account);
                    return gone;
                },
                List.of());
    }

    private boolean differ(Secret wanted, Secret again) {
        if (wanted.equals(again)) {
            return false;
        }
        wanted.close();
        again.close();
        show(new Said(true, texts.get("keys.differ")));
        return true;
    }

    private void run(Supplier<String> work, List<Secret> secrets) {
        if (model.busyProperty().get()) {
            secrets.forEach(Secret::close);
            return;
        }
        model.busyProperty().set(true);
        Thread.ofVirtual().name("keys").start(() -> {
            Supplier<Said> said = attempt(work);
            secrets.forEach(Secret::close);
            Seen seen = look();
            Platform.runLater(() -> {
                model.busyProperty().set(false);
                show(said.get());
                show(seen);
            });
        });
    }

    /** Sentences are worded on the JavaFX thread, to which the texts belong. */
    private Supplier<Said> attempt(Supplier<String> work) {
        try {
            String sentence = work.get();
            return () -> new Said(false, sentence);
        } catch (VaultException e) {
            return () -> new Said(true, sentence(e));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the vault failed: " + e.getClass().getSimpleName());
            return () -> new Said(true, texts.get("keys.trouble." + VaultTrouble.UNUSABLE.name()));
        }
    }

    private String sentence(VaultException problem) {
        String own = texts.get("keys.trouble." + problem.trouble().name());
        return problem.detail().isEmpty() ? own : own + " (" + problem.detail() + ")";
    }

    private Seen look() {
        KeyDesk.State state = desk.state();
        List<KeyEntry> entries = List.of();
        if (state == KeyDesk.State.OPEN) {
            try {
                entries = desk.list();
            } catch (VaultException changedMeanwhile) {
                // Somebody else changed the passphrase or the file since: what is open no longer fits.
                LOG.log(System.Logger.Level.DEBUG, "the vault was changed: " + changedMeanwhile.trouble());
                desk.lock();
                state = desk.state();
            }
        }
        return new Seen(state, desk.hasKeyring(), entries);
    }

    private void show(Said said) {
        model.failedProperty().set(said.failed());
        model.messageProperty().set(said.sentence());
    }

    private void show(Seen seen) {
        boolean opened =
                seen.state() == KeyDesk.State.OPEN && model.stateProperty().get() != KeyDesk.State.OPEN;
        model.keyringProperty().set(seen.keyring());
        model.entries().setAll(seen.entries());
        model.stateProperty().set(seen.state());
        if (opened) {
            onOpened.run();
        }
    }
}
