package io.sextant.ui.shell;

import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Dims the panels while what they show may be old, and says when it no longer is. They keep what they had. */
final class OldLook {

    static final String STYLE = "old";

    private final Texts texts;
    private final Toasts toasts;
    private final List<Node> panels = new ArrayList<>();
    private boolean old;

    OldLook(EngineBridge engine, Texts texts, Toasts toasts) {
        this.texts = texts;
        this.toasts = toasts;
        old = isOld(engine.linkProperty().get());
        engine.linkProperty().addListener((property, before, now) -> follow(now));
    }

    void add(Node withPanels) {
        panels.add(withPanels);
        show(withPanels);
    }

    void remove(Node withPanels) {
        panels.remove(withPanels);
    }

    private void follow(Optional<LinkStatus> now) {
        boolean before = old;
        old = isOld(now);
        if (before == old) {
            return;
        }
        panels.forEach(this::show);
        if (!old && now.isPresent()) {
            toasts.show(
                    Toasts.Kind.DONE, texts.get("link.back.title", now.get().server()), texts.get("link.back.text"));
        }
    }

    private void show(Node node) {
        node.getStyleClass().remove(STYLE);
        if (old) {
            node.getStyleClass().add(STYLE);
        }
    }

    private static boolean isOld(Optional<LinkStatus> link) {
        return link.filter(status -> !status.isUp()).isPresent();
    }
}
