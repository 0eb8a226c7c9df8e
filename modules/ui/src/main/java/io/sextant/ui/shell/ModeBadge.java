package io.sextant.ui.shell;

import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The mode as a word on a colour. */
final class ModeBadge {

    private final Texts texts;
    private final ObservableValue<DeskState> desk;
    private final Label badge = new Label();
    private final Tooltip hint = new Tooltip();

    ModeBadge(Texts texts, ObservableValue<DeskState> desk) {
        this.texts = texts;
        this.desk = desk;
        badge.getStyleClass().add("mode-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setTooltip(hint);
        desk.addListener((property, before, after) -> {
            if (before.mode() != after.mode()) {
                render();
            }
        });
        texts.figuresProperty().addListener(changed -> render());
        render();
    }

    Node view() {
        return badge;
    }

    /** Makes the badge the place to change the mode. */
    ModeBadge choosing(DeskSwitch desks) {
        badge.getStyleClass().add("mode-choice");
        badge.setCursor(Cursor.HAND);
        badge.setOnMouseClicked(clicked -> desks.showMenu(badge, desk.getValue().mode()));
        return this;
    }

    private void render() {
        TradingMode mode = desk.getValue().mode();
        badge.setText(texts.word(mode));
        hint.setText(texts.get("shell.mode." + mode.name() + ".hint"));
        for (TradingMode other : TradingMode.values()) {
            badge.getStyleClass().remove(styleOf(other));
        }
        badge.getStyleClass().add(styleOf(mode));
    }

    private static String styleOf(TradingMode mode) {
        return "mode-" + mode.name().toLowerCase(Locale.ROOT);
    }
}
