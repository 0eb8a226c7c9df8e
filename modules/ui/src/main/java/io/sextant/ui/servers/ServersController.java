package io.sextant.ui.servers;

import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.ServerBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Does with the servers what the view asks for, each on a thread of its own and one at a time. Secrets that are handed in are wiped here, whatever
 * becomes of the call.
 */
public final class ServersController {

    private static final System.Logger LOG = System.getLogger(ServersController.class.getName());

    private final ServerBook book;
    private final Texts texts;
    private final Consumer<String> connect;
    private final ServersModel model = new ServersModel();

    /** {@code connect} opens the server of that name. */
    public ServersController(ServerBook book, Texts texts, Consumer<String> connect) {
        this.book = book;
        this.texts = texts;
        this.connect = connect;
    }

    ServersModel model() {
        return model;
    }

    /** What is to be done; its result is the sentence about it, worded on the JavaFX thread. */
    @FunctionalInterface
    private interface Work {
        Supplier<String> run() throws LinkTroubleException;
    }

    public void refresh() {
        refresh(() -> {});
    }

    /** {@code afterwards} runs when the list stands. */
    public void refresh(Runnable afterwards) {
        run(() -> () -> "", Optional.empty(), afterwards);
    }

    void connect(SavedServer server) {
        connect.accept(server.name());
    }

    void save(SavedServer server, Optional<Secret> secret, Runnable done) {
        run(
                () -> {
                    book.save(server, secret);
                    return () -> texts.get("servers.saved", server.name());
                },
                secret,
                done);
    }

    void remove(SavedServer server) {
        run(
                () -> {
                    book.remove(server.name());
                    return () -> texts.get("servers.removed", server.name());
                },
                Optional.empty(),
                () -> {});
    }

    void test(SavedServer server, Optional<Secret> secret) {
        run(
                () -> {
                    LinkStatus seen = book.test(server, secret);
                    return () -> texts.get(
                            "servers.tested",
                            server.name(),
                            seen.user(),
                            texts.get("link.role." + seen.role().name()));
                },
                secret,
                () -> {});
    }

    void readAuthority(Path file, Consumer<SavedServer.Authority> take) {
        run(
                () -> {
                    SavedServer.Authority read = book.readAuthority(file);
                    Platform.runLater(() -> take.accept(read));
                    return () -> "";
                },
                Optional.empty(),
                () -> {});
    }

    private void run(Work work, Optional<Secret> secret, Runnable done) {
        if (model.busyProperty().get()) {
            secret.ifPresent(Secret::close);
            return;
        }
        model.busyProperty().set(true);
        model.say(false, "");
        model.vaultWantedProperty().set(false);
        Thread.ofVirtual().name("servers").start(() -> {
            Runnable outcome = attempt(work, done);
            secret.ifPresent(Secret::close);
            List<SavedServer> now = book.list();
            Platform.runLater(() -> {
                model.busyProperty().set(false);
                model.servers().setAll(now);
                outcome.run();
            });
        });
    }

    private Runnable attempt(Work work, Runnable done) {
        try {
            Supplier<String> sentence = work.run();
            return () -> {
                model.say(false, sentence.get());
                done.run();
            };
        } catch (LinkTroubleException trouble) {
            return () -> model.say(true, sentence(texts, trouble.trouble()));
        } catch (VaultException closed) {
            return () -> {
                model.say(
                        true,
                        texts.get(
                                "servers.vault",
                                texts.get("keys.trouble." + closed.trouble().name())));
                model.vaultWantedProperty().set(true);
            };
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a server could not be dealt with: " + e.getClass().getSimpleName());
            return () -> model.say(
                    true,
                    sentence(
                            texts,
                            new LinkTrouble(
                                    LinkTrouble.Kind.BROKEN, e.getClass().getSimpleName())));
        }
    }

    /** What is wrong, in the reader's words. */
    public static String sentence(Texts texts, LinkTrouble trouble) {
        return texts.get("link.trouble." + trouble.kind().name(), trouble.detail());
    }
}
