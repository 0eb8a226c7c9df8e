package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.ChannelTest;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.ui.shell.DeskContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Adds, changes, tries and forgets channels. What is secret goes into the vault first, and only its name into the desk's settings; an old secret
 * leaves the vault when nothing names it any more.
 */
final class ChannelDesk {

    private final DeskContext context;
    private final Clock clock;
    private final Optional<KeyDesk> vault;
    private final AlertsModel model;
    private final Consumer<ChangeSetting> submit;
    private final ChannelDraft draft = new ChannelDraft();
    private final ChannelForm form;
    private final ChannelsPane pane;

    ChannelDesk(
            DeskContext context,
            Clock clock,
            Optional<KeyDesk> vault,
            AlertsModel model,
            Consumer<ChangeSetting> submit) {
        this.context = context;
        this.clock = clock;
        this.vault = vault;
        this.model = model;
        this.submit = submit;
        form = new ChannelForm(draft, context.texts(), vault.isPresent());
        pane = new ChannelsPane(model, draft, form, context.texts());
        form.keep().setOnAction(pressed -> keep());
        form.leave().setOnAction(pressed -> leave());
        form.keys().setOnAction(pressed -> context.desk().run("keys.open"));
        form.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                leave();
                pressed.consume();
            } else if (pressed.getCode() == KeyCode.ENTER) {
                keep();
                pressed.consume();
            }
        });
        pane.table().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (!pressed.isShortcutDown() && !pressed.isAltDown() && does(pressed.getCode())) {
                pressed.consume();
            }
        });
    }

    private boolean does(KeyCode key) {
        switch (key) {
            case INSERT -> add();
            case ENTER -> edit();
            case SPACE -> test();
            case DELETE -> drop();
            default -> {
                return false;
            }
        }
        return true;
    }

    ChannelsPane pane() {
        return pane;
    }

    void add() {
        model.part().set(AlertsModel.Part.CHANNELS);
        Set<String> names =
                model.book().get().channels().stream().map(AlertChannel::name).collect(Collectors.toSet());
        draft.begin(names, context.texts().language());
        form.focusFirst();
    }

    void edit() {
        pane.chosen().ifPresent(channel -> {
            draft.change(channel);
            form.focusFirst();
        });
    }

    void test() {
        pane.chosen().ifPresent(channel -> submit.accept(ChannelTest.wish(channel.name(), clock.nanos())));
    }

    void drop() {
        pane.chosen().ifPresent(channel -> submit.accept(AlertChannel.removal(channel.name())));
    }

    private void leave() {
        draft.close();
        pane.table().requestFocus();
    }

    private void keep() {
        if (!draft.problem.get().isEmpty()) {
            return;
        }
        if (draft.hasNewSecret() && vault.isPresent()) {
            ChannelDraft.service(draft.kind.get())
                    .ifPresent(service -> draft.channel(Optional.of(
                                    new VenueAccount(service, draft.name.get().strip())))
                            .ifPresent(channel -> keepSecret(vault.get(), service, channel)));
        } else {
            draft.channel(draft.secretBefore()).ifPresent(this::kept);
        }
    }

    private void kept(AlertChannel channel) {
        submit.accept(channel.toSetting());
        leave();
        pane.choose(channel.name());
    }

    /** A vault is slow on purpose and is asked beside the window's thread. */
    private void keepSecret(KeyDesk open, String service, AlertChannel channel) {
        boolean named = ChannelDraft.hasUser(draft.kind.get());
        Secret user = Secret.of(named ? draft.user.get().strip() : "-");
        Secret secret = Secret.of(draft.secret.get());
        Optional<VenueAccount> old = draft.secretBefore().filter(this::isNoOthers);
        draft.forgetSecret();
        form.setDisable(true);
        Thread.ofVirtual().name("keys").start(() -> {
            Optional<VenueAccount> account = Optional.empty();
            Optional<VaultException> trouble = Optional.empty();
            try (VenueKey key = new VenueKey(
                    free(open.list(), service, channel.name()),
                    VenueNet.LIVE,
                    user,
                    secret,
                    Secret.empty(),
                    WithdrawalRight.NOT_TOLD)) {
                open.add(key);
                account = Optional.of(key.account());
            } catch (VaultException e) {
                trouble = Optional.of(e);
            } finally {
                user.close();
                secret.close();
            }
            Optional<VenueAccount> kept = account;
            Optional<VaultException> told = trouble;
            Platform.runLater(() -> {
                form.setDisable(false);
                told.ifPresent(why -> form.tell(
                        context.texts().get("keys.trouble." + why.trouble().name())));
                kept.ifPresent(known -> {
                    kept(channel.withSecret(known));
                    old.ifPresent(unused -> Thread.ofVirtual().name("keys").start(() -> forget(open, unused)));
                });
            });
        });
    }

    /** The old one stays until the new one is named, so that a failure in between loses nothing. */
    private static void forget(KeyDesk open, VenueAccount unused) {
        try {
            open.remove(unused);
        } catch (VaultException e) {
            System.getLogger(ChannelDesk.class.getName())
                    .log(System.Logger.Level.DEBUG, "an old secret stays in the vault: " + e.trouble());
        }
    }

    private boolean isNoOthers(VenueAccount account) {
        return model.book().get().channels().stream()
                .filter(each -> !each.name().equals(draft.name.get().strip()))
                .noneMatch(each -> each.secret().filter(account::equals).isPresent());
    }

    private static VenueAccount free(List<KeyEntry> entries, String service, String name) {
        Set<VenueAccount> taken = entries.stream().map(KeyEntry::account).collect(Collectors.toSet());
        VenueAccount account = new VenueAccount(service, name);
        for (int number = 2; taken.contains(account); number++) {
            account = new VenueAccount(service, name + "-" + number);
        }
        return account;
    }
}
