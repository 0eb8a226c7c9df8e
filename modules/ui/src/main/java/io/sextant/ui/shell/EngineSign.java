package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.LinkStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Says at all times which engine is shown, as whom, and whether it still speaks. */
final class EngineSign {

    private static final List<String> LEVELS = List.of("level-good", "level-warn", "level-bad");
    private static final int ICON_SIZE = 15;

    private final Texts texts;
    private final LinkWords words;
    private final ObservableValue<Optional<LinkStatus>> link;
    private final Button sign = new Button();
    private final FontIcon icon = FontIcon.of(MaterialDesignL.LAPTOP, ICON_SIZE);
    private final Region dot = new Region();
    private final Tooltip hint = new Tooltip();

    EngineSign(Texts texts, ObservableValue<Optional<LinkStatus>> link) {
        this.texts = texts;
        this.link = link;
        words = new LinkWords(texts);
        sign.setId("engine-sign");
        sign.getStyleClass().addAll("top-button", "engine-sign");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        sign.setTooltip(hint);
        sign.setFocusTraversable(false);
        dot.getStyleClass().add("status-dot");
        link.addListener(changed -> render());
        texts.figuresProperty().addListener(changed -> render());
        render();
    }

    Node view() {
        return sign;
    }

    /** Makes the sign the place to change the engine. */
    EngineSign choosing(Consumer<Node> choice) {
        sign.setOnAction(pressed -> choice.accept(sign));
        return this;
    }

    private void render() {
        Optional<LinkStatus> status = link.getValue();
        icon.setIconCode(status.isPresent() ? MaterialDesignS.SERVER_NETWORK : MaterialDesignL.LAPTOP);
        dot.getStyleClass().removeAll(LEVELS);
        if (status.isPresent()) {
            LinkStatus there = status.get();
            dot.getStyleClass().add(levelOf(there.state()));
            HBox both = new HBox(6, icon, dot);
            both.setAlignment(Pos.CENTER);
            sign.setGraphic(both);
            String trouble = words.trouble(there);
            sign.setText(trouble.isEmpty() ? words.seat(there) : words.seat(there) + " · " + trouble);
            hint.setText(texts.get(
                    "link.there.hint",
                    there.server(),
                    there.user(),
                    there.role().label()));
        } else {
            sign.setGraphic(icon);
            sign.setText(texts.get("link.here"));
            hint.setText(texts.get("link.here.hint"));
        }
        sign.setAccessibleText(sign.getText());
    }

    static String levelOf(LinkState state) {
        return switch (state) {
            case UP -> "level-good";
            case STALE -> "level-warn";
            case DOWN -> "level-bad";
        };
    }
}
