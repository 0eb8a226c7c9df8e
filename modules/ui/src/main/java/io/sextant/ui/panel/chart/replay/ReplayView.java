package io.sextant.ui.panel.chart.replay;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The bar over the chart while its past is played: the word, the moment, step, play, speed and the way out. */
final class ReplayView extends HBox {

    private static final int MOMENT_COLUMNS = 11;

    private final Texts texts;
    private final TextField moment = new TextField();
    private final Button step = new Button();
    private final ToggleButton play = new ToggleButton();
    private final Button exit = new Button();

    ReplayView(ReplayModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label badge = new Label();
        badge.setId("replay-badge");
        badge.textProperty().bind(texts.bind("replay.badge"));
        badge.getStyleClass().add("replay-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        moment.setId("replay-moment");
        moment.setPrefColumnCount(MOMENT_COLUMNS);
        moment.setMinWidth(USE_PREF_SIZE);
        moment.accessibleTextProperty().bind(texts.bind("replay.moment"));
        moment.setTooltip(tooltip("replay.moment"));
        step.setId("replay-step");
        icon(step, MaterialDesignS.SKIP_NEXT, "step");
        play.setId("replay-play");
        play.getStyleClass().addAll("button-icon", "compact");
        play.graphicProperty()
                .bind(model.playing().map(on -> new FontIcon(on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY)));
        play.selectedProperty().bindBidirectional(model.playing());
        play.setTooltip(tooltip("replay.play"));
        play.accessibleTextProperty().bind(texts.bind("replay.play"));
        Segments<ReplaySpeed> speed = new Segments<>(
                "replay-speed",
                List.of(ReplaySpeed.values()),
                model.speed(),
                each -> texts.bind("replay.speed", Integer.toString(each.barsPerSecond())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        exit.setId("replay-exit");
        exit.textProperty().bind(texts.bind("replay.exit"));
        exit.getStyleClass().add("compact");
        exit.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(badge, moment, step, play, speed, gap, exit);
        visibleProperty().bind(model.active());
        managedProperty().bind(visibleProperty());
    }

    TextField moment() {
        return moment;
    }

    Button step() {
        return step;
    }

    Button exit() {
        return exit;
    }

    private void icon(Button button, Ikon icon, String name) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "compact");
        button.accessibleTextProperty().bind(texts.bind("replay." + name));
        button.setTooltip(tooltip("replay." + name));
    }

    private Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        return tooltip;
    }
}
