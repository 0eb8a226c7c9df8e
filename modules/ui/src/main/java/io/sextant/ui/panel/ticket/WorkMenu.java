package io.sextant.ui.panel.ticket;

import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.i18n.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** The algorithms that can work what stands on the ticket. */
final class WorkMenu extends MenuButton {

    /** A route is among them only where there is somewhere to route to. */
    WorkMenu(Texts texts, boolean routes, Consumer<ParentKind> chosen) {
        setId("ticket-work-with");
        getStyleClass().add("compact");
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(texts.bind("ticket.work-with"));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("ticket.work-with.hint"));
        setTooltip(hint);
        for (ParentKind kind : ParentKind.values()) {
            if (kind.isAlgorithm() && (routes || kind != ParentKind.ROUTE)) {
                MenuItem item = new MenuItem();
                item.setId("ticket-work-" + kind.name().toLowerCase(Locale.ROOT));
                item.textProperty().bind(texts.bindWord(kind));
                item.setOnAction(pressed -> chosen.accept(kind));
                getItems().add(item);
            }
        }
    }
}
