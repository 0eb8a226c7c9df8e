package io.sextant.ui.shell;

import io.sextant.domain.order.Refusal;
import io.sextant.ui.i18n.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Short messages in the corner of the window. What must not be missed belongs into the journal too. */
public final class Toasts {

    /** How much a message matters. */
    public enum Kind {
        INFO(4),
        DONE(4),
        WARNING(8),
        FAILURE(12);

        private final int seconds;

        Kind(int seconds) {
            this.seconds = seconds;
        }

        private Ikon icon() {
            return switch (this) {
                case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
                case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                case WARNING -> MaterialDesignA.ALERT_OUTLINE;
                case FAILURE -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            };
        }
    }

    /** What was said. */
    public record Toast(Kind kind, String title, String text) {}

    private static final int MOST_AT_ONCE = 4;

    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable Toast> latest = new ReadOnlyObjectWrapper<>(this, "latest", null);
    private @Nullable Window owner;

    public Toasts(Texts texts) {
        this.texts = texts;
    }

    void showOn(Window window) {
        owner = window;
    }

    /** The newest message, or null before the first. */
    public ReadOnlyObjectProperty<@Nullable Toast> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    public void show(Kind kind, String title, String text) {
        latest.set(new Toast(kind, title, text));
        Window window = owner;
        if (window == null || !window.isShowing()) {
            return;
        }
        FontIcon graphic = FontIcon.of(kind.icon(), 22);
        graphic.getStyleClass().add("toast-icon");
        Notifications.create()
                .owner(window)
                .title(title)
                .text(text)
                .graphic(graphic)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(Duration.seconds(kind.seconds))
                .threshold(MOST_AT_ONCE, Notifications.create().title("").text(""))
                .styleClass("toast", "toast-" + kind.name().toLowerCase(java.util.Locale.ROOT))
                .show();
    }

    public void info(String title, String text) {
        show(Kind.INFO, title, text);
    }

    /** A rule said no. */
    public void refused(Refusal refusal) {
        show(
                Kind.WARNING,
                texts.get("shell.toast.refused", String.valueOf(refusal.code().number())),
                texts.refusal(refusal));
    }

    /** The outside broke, for example an answer that never came. */
    public void failed(Throwable failure) {
        String message = failure.getMessage();
        show(
                Kind.FAILURE,
                texts.get("shell.toast.failed"),
                message == null ? failure.getClass().getSimpleName() : message);
    }
}
