package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What each model was worth, the last price first: every other one is read against it. The space bar draws the chosen one. */
final class SkillPane extends BoardPane {

    private static final double ROW_HEIGHT = 24;
    private static final Duration SOON = Duration.millis(300);

    private final LiveRows<String, ModelForecast> rows =
            new LiveRows<>(one -> one.card().id());
    private final TableView<LiveRow<ModelForecast>> table = new TableView<>();

    SkillPane(ForecastsModel model, Texts texts) {
        super("forecasts-skill", model, texts);
        table.setId("forecasts-skill");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("forecasts.tab.skill"));
        table.getColumns().setAll(columns());
        table.setItems(rows.list());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::drawByKey);
        model.drawn.addListener(change -> table.refresh());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        follow();
    }

    TableView<LiveRow<ModelForecast>> table() {
        return table;
    }

    private List<TableColumn<LiveRow<ModelForecast>, ModelForecast>> columns() {
        Columns<ModelForecast> columns = new Columns<>(texts);
        List<TableColumn<LiveRow<ModelForecast>, ModelForecast>> all = new ArrayList<>();
        all.add(drawn());
        all.add(explained(columns.words("forecasts.column.model", 160, this::name)));
        all.add(explained(columns.words(
                "forecasts.column.verdict",
                165,
                one -> words.verdict(one.skill().verdict()),
                one -> ForecastsWords.tone(one.skill().verdict()))));
        all.add(figure("ratio", 78, one -> words.times(one.rmseOverNaive())));
        all.add(figure("p", 64, one -> words.p(one.pValue())));
        all.add(figure("rmse", 74, one -> words.value(one.rmse())));
        all.add(figure("mae", 74, one -> words.value(one.mae())));
        all.add(figure("mase", 64, one -> words.times(one.mase())));
        all.add(figure("r2", 64, one -> words.r2(one.r2())));
        all.add(figure("hits", 160, words::hits));
        all.add(figure("crps", 74, one -> words.value(one.crps())));
        all.add(figure("coverage50", 84, one -> words.share(one.coverage50())));
        all.add(figure("coverage80", 84, one -> words.share(one.coverage80())));
        all.add(figure("coverage95", 84, one -> words.share(one.coverage95())));
        all.add(explained(columns.figures(
                "forecasts.column.profit",
                90,
                one -> words.signedShare(one.skill().netProfit()),
                Comparator.comparingDouble(one -> one.skill().netProfit()),
                one -> Tone.ofSign(one.skill().netProfit()))));
        all.add(figure("forecasts", 90, one -> words.count(one.forecasts())));
        // The engine ranks them, and the last price stays on top.
        all.forEach(column -> column.setSortable(false));
        return all;
    }

    private TableColumn<LiveRow<ModelForecast>, ModelForecast> figure(
            String key, double width, Function<SkillFigures, String> written) {
        return explained(new Columns<ModelForecast>(texts)
                .figures(
                        "forecasts.column." + key,
                        width,
                        one -> written.apply(one.skill()),
                        Comparator.comparing(one -> one.card().id())));
    }

    /** A title that tells what its column means. */
    private <T> TableColumn<LiveRow<ModelForecast>, T> explained(TableColumn<LiveRow<ModelForecast>, T> column) {
        String key = column.getId();
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        Tooltip meaning = new Tooltip();
        meaning.textProperty().bind(texts.bind(key + ".meaning"));
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        meaning.setShowDelay(SOON);
        title.setTooltip(meaning);
        title.accessibleHelpProperty().bind(meaning.textProperty());
        column.textProperty().unbind();
        column.setText("");
        column.setGraphic(title);
        return column;
    }

    private TableColumn<LiveRow<ModelForecast>, ModelForecast> drawn() {
        TableColumn<LiveRow<ModelForecast>, ModelForecast> column = new TableColumn<>();
        column.setId("forecasts.column.drawn");
        column.setPrefWidth(70);
        column.setCellValueFactory(row -> row.getValue().value());
        column.setCellFactory(unused -> new TickCell());
        return explained(column);
    }

    private String name(ModelForecast one) {
        String name = words.model(one.card().model());
        return model.isChampion(one.card().id()) ? texts.get("forecasts.champion", name) : name;
    }

    private void drawByKey(KeyEvent pressed) {
        LiveRow<ModelForecast> chosen = table.getSelectionModel().getSelectedItem();
        if (pressed.getCode() == KeyCode.SPACE && chosen != null) {
            String id = chosen.get().card().id();
            if (!model.isChampion(id)) {
                model.draw(id, !model.drawn.get().contains(id));
            }
            pressed.consume();
        }
    }

    @Override
    void show(ForecastBoard board) {
        rows.show(board.models());
        if (isOtherwise(board)) {
            table.refresh();
        }
    }

    private final class TickCell extends TableCell<LiveRow<ModelForecast>, ModelForecast> {

        private final CheckBox tick = new CheckBox();

        TickCell() {
            tick.setFocusTraversable(false);
            tick.setOnAction(pressed -> {
                if (getItem() != null) {
                    model.draw(getItem().card().id(), tick.isSelected());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ModelForecast one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                return;
            }
            String id = one.card().id();
            boolean always = model.isChampion(id);
            tick.setId("forecasts-draw-" + id);
            tick.setSelected(always || model.drawn.get().contains(id));
            tick.setDisable(always || one.fan().isEmpty());
            tick.setAccessibleText(
                    texts.get("forecasts.draw", words.model(one.card().model())));
            setGraphic(tick);
        }
    }
}
