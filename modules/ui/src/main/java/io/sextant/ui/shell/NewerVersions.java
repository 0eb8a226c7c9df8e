package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Newer versions in the window: a note when there is one, and the words of the palette that turn the question on and off. */
public final class NewerVersions {

    /** Who asks, and remembers whether to. May take its time, but for {@link #news()}. */
    public interface Desk {

        UpdateNews news();

        /** @throws IOException with the reason as a sentence without its full stop when it cannot be */
        UpdateNews turn(boolean asks) throws IOException;

        UpdateNews askIfDue() throws InterruptedException;

        UpdateNews ask() throws InterruptedException;
    }

    private static final System.Logger LOG = System.getLogger(NewerVersions.class.getName());

    private final Texts texts;
    private final Toasts toasts;
    private final Desk desk;

    private NewerVersions(DeskContext context, Desk desk) {
        texts = context.texts();
        toasts = context.toasts();
        this.desk = desk;
    }

    /** Puts it into a window that has opened, and asks if that is wanted and due. Silent where nobody answers. */
    public static void in(SextantWindow window, Desk desk) {
        NewerVersions versions = new NewerVersions(window.context(), desk);
        window.offer(versions.actions());
        UpdateNews before = desk.news();
        if (before.asks()) {
            versions.aside(desk::askIfDue, news -> {
                if (!news.askedAt().equals(before.askedAt()) && news.newer()) {
                    versions.tell(news);
                }
            });
        }
    }

    private List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                        "updates.toggle",
                        DeskAction.Group.WINDOW,
                        texts.bind("shell.action.updates.toggle"),
                        () -> aside(() -> desk.turn(!desk.news().asks()), this::tell)),
                DeskAction.of(
                        "updates.ask",
                        DeskAction.Group.WINDOW,
                        texts.bind("shell.action.updates.ask"),
                        () -> aside(desk::ask, this::tell)));
    }

    private void tell(UpdateNews news) {
        String asking =
                news.asks() ? texts.get("shell.updates.on", news.address().orElse("")) : texts.get("shell.updates.off");
        toasts.show(Toasts.Kind.DONE, heard(news), asking);
    }

    private String heard(UpdateNews news) {
        if (!news.trouble().isEmpty()) {
            return texts.get("shell.updates.silent");
        }
        if (news.newer()) {
            String number = news.newest().orElse("");
            return news.page()
                    .map(page -> texts.get("shell.updates.newer.page", number, page))
                    .orElseGet(() -> texts.get("shell.updates.newer", number));
        }
        return texts.get(news.newest().isPresent() ? "shell.updates.newest" : "shell.updates.unknown");
    }

    private void aside(Callable<UpdateNews> question, Consumer<UpdateNews> then) {
        Thread.ofVirtual().name("newer-versions").start(() -> {
            try {
                UpdateNews news = question.call();
                Platform.runLater(() -> then.accept(news));
            } catch (IOException refused) {
                LOG.log(System.Logger.Level.DEBUG, "newer versions are not asked for", refused);
                Platform.runLater(() -> toasts.show(
                        Toasts.Kind.WARNING, texts.get("shell.updates.no-place"), texts.get("shell.updates.name-one")));
            } catch (Exception failure) {
                LOG.log(System.Logger.Level.WARNING, "newer versions could not be asked for", failure);
            }
        });
    }
}
