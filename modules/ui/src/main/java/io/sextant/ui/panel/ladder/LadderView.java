package io.sextant.ui.panel.ladder;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Titles, the grid of prices, and below it recentring and the ticks a row. */
final class LadderView extends VBox {

    private static final double WIDE_FOOT = 300;
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private final Texts texts;
    private final LadderModel model;
    private final LadderGrid grid;
    private final Button recentre = new Button();
    private final Button finer = new Button();
    private final Button coarser = new Button();
    private final Button step = new Button();

    LadderView(LadderModel model, Texts texts) {
        this.texts = texts;
        this.model = model;
        grid = new LadderGrid(model, texts);
        getStyleClass().addAll("panel", "ladder-panel");
        EmptyState empty = new EmptyState(MaterialDesignI.INBOX_OUTLINE, texts.bind("ladder.empty"));
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.frame().get().rows().isEmpty(), model.frame()));
        empty.setMouseTransparent(true);
        StackPane body = new StackPane(grid, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), body, footer());
        model.frame().addListener(change -> describe());
        model.following().addListener(change -> describe());
        texts.figuresProperty().addListener(change -> describe());
        describe();
    }

    LadderGrid grid() {
        return grid;
    }

    Button recentre() {
        return recentre;
    }

    Button finer() {
        return finer;
    }

    Button coarser() {
        return coarser;
    }

    /** Shows the ticks a row; pressed, it lets them follow the depth again. */
    Button step() {
        return step;
    }

    private LadderRowNode header() {
        LadderRowNode header = new LadderRowNode();
        header.getStyleClass().setAll("ladder-header");
        header.setMinHeight(LadderGrid.ROW_HEIGHT);
        title(header, LadderColumn.OWN_BUYS, "ladder.column.own");
        title(header, LadderColumn.BIDS, "ladder.column.bids");
        title(header, LadderColumn.PRICE, "ladder.column.price");
        title(header, LadderColumn.ASKS, "ladder.column.asks");
        title(header, LadderColumn.OWN_SELLS, "ladder.column.own");
        return header;
    }

    private void title(LadderRowNode header, LadderColumn column, String key) {
        Label label = header.label(column);
        label.getStyleClass().setAll("label", "ladder-title");
        label.textProperty().bind(texts.bind(key));
    }

    private HBox footer() {
        recentre.setId("ladder-recentre");
        recentre.textProperty().bind(texts.bind("ladder.recentre"));
        recentre.getStyleClass().add("compact");
        recentre.setTooltip(tooltip("ladder.recentre.hint"));
        finer.setId("ladder-finer");
        finer.setGraphic(new FontIcon(MaterialDesignM.MINUS));
        finer.getStyleClass().addAll("button-icon", "flat", "compact");
        finer.accessibleTextProperty().bind(texts.bind("ladder.finer"));
        finer.setTooltip(tooltip("ladder.finer"));
        coarser.setId("ladder-coarser");
        coarser.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        coarser.getStyleClass().addAll("button-icon", "flat", "compact");
        coarser.accessibleTextProperty().bind(texts.bind("ladder.coarser"));
        coarser.setTooltip(tooltip("ladder.coarser"));
        step.setId("ladder-step");
        step.getStyleClass().addAll("flat", "compact");
        step.setTooltip(tooltip("ladder.step.hint"));
        step.setMinWidth(USE_PREF_SIZE);
        recentre.accessibleTextProperty().bind(texts.bind("ladder.recentre"));
        recentre.setMinWidth(USE_PREF_SIZE);
        recentre.contentDisplayProperty()
                .bind(Bindings.when(widthProperty().lessThan(WIDE_FOOT))
                        .then(ContentDisplay.GRAPHIC_ONLY)
                        .otherwise(ContentDisplay.LEFT));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(recentre, gap, finer, step, coarser);
        footer.getStyleClass().add("panel-bar");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        return tooltip;
    }

    private void describe() {
        LadderFrame frame = model.frame().get();
        step.setText(texts.get("ladder.step", texts.figures().count(frame.stepTicks()), frame.stepTicks()));
        boolean away = frame.marketRowsAway() != 0;
        recentre.pseudoClassStateChanged(AWAY, away || !model.following().get());
        if (away) {
            recentre.setGraphic(
                    new FontIcon(frame.marketRowsAway() > 0 ? MaterialDesignA.ARROW_UP : MaterialDesignA.ARROW_DOWN));
        } else {
            recentre.setGraphic(new FontIcon(MaterialDesignI.IMAGE_FILTER_CENTER_FOCUS));
        }
    }
}
