package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.forecasts.ForecastsModel.Wish;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every model that was trained of the series, and which one counts: a press asks, the second one sends. */
final class RegistryPane extends BoardPane {

    private static final double ROW_HEIGHT = 24;

    private final LiveRows<String, ModelCard> rows = new LiveRows<>(ModelCard::id);
    private final TableView<LiveRow<ModelCard>> table = new TableView<>();
    private final Button promote = new Button();
    private final Button back = new Button();
    private final Label question = new Label();
    private final Button yes = new Button();
    private final Button no = new Button();

    RegistryPane(ForecastsModel model, Texts texts, Consumer<Wish> send) {
        super("forecasts-registry", model, texts);
        fillTable();
        dress(promote, "promote");
        dress(back, "back");
        dress(yes, "yes");
        dress(no, "no");
        yes.getStyleClass().add("accent");
        promote.setOnAction(pressed -> chosen().ifPresent(card -> model.wish.set(Optional.of(new Wish(card, false)))));
        back.setOnAction(pressed ->
                model.previous().ifPresent(card -> model.wish.set(Optional.of(new Wish(card, true)))));
        yes.setOnAction(pressed -> {
            Optional<Wish> wish = model.wish.get();
            model.wish.set(Optional.empty());
            wish.ifPresent(send);
        });
        no.setOnAction(pressed -> {
            model.wish.set(Optional.empty());
            table.requestFocus();
        });
        question.setId("forecasts-question");
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        HBox card = new HBox(question, no, yes);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("confirmation");
        FlowPane bar = new FlowPane(promote, back);
        bar.getStyleClass().add("wrap-bar");
        shownWhile(card, true);
        shownWhile(bar, false);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, bar, card);
        model.wish.addListener((property, before, now) -> {
            ask(now);
            if (now.isPresent()) {
                yes.requestFocus();
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener(change -> enable());
        follow();
        enable();
    }

    private void dress(Button button, String key) {
        button.setId("forecasts-" + key);
        button.setMnemonicParsing(true);
        button.textProperty().bind(texts.bind("forecasts.button." + key));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("compact");
    }

    private void shownWhile(Node node, boolean asking) {
        node.visibleProperty().bind(model.wish.map(wish -> wish.isPresent() == asking));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void fillTable() {
        Columns<ModelCard> columns = new Columns<>(texts);
        table.setId("forecasts-registry");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("forecasts.tab.models"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("forecasts.registry.none"));
        table.setPlaceholder(none);
        table.getColumns()
                .setAll(List.of(
                        columns.words("forecasts.column.model", 160, this::name),
                        columns.times("forecasts.column.trained", 130, ModelCard::trainedNanos, words::moment),
                        columns.figures(
                                "forecasts.column.bars",
                                64,
                                one -> words.count(one.observations()),
                                Comparator.comparingInt(ModelCard::observations)),
                        columns.times("forecasts.column.from", 130, ModelCard::fromNanos, words::moment),
                        columns.times("forecasts.column.to", 130, ModelCard::toNanos, words::moment),
                        metric("ratio", 78, "rmseOverNaive"),
                        metric("p", 64, "pValue"),
                        metric("rmse", 74, "rmse"),
                        columns.words("forecasts.column.hash", 80, one -> ForecastsWords.brief(one.dataHash())),
                        columns.words(
                                "forecasts.column.parent",
                                220,
                                one -> one.parent().map(this::parent).orElse(Figures.NONE))));
        table.setItems(rows.list());
    }

    private TableColumn<LiveRow<ModelCard>, ModelCard> metric(String key, double width, String metric) {
        return new Columns<ModelCard>(texts)
                .figures(
                        "forecasts.column." + key,
                        width,
                        one -> metricWords(metric, value(one, metric)),
                        Comparator.comparingDouble(one -> value(one, metric)));
    }

    private String metricWords(String metric, double value) {
        return switch (metric) {
            case "rmseOverNaive" -> words.times(value);
            case "pValue" -> words.p(value);
            default -> words.value(value);
        };
    }

    private static double value(ModelCard card, String metric) {
        return card.metrics().getOrDefault(metric, Double.NaN);
    }

    private String parent(String id) {
        return rows.find(id)
                .map(card -> words.model(card.model()) + ", " + words.moment(card.trainedNanos()))
                .orElse(ForecastsWords.brief(id));
    }

    private String name(ModelCard card) {
        String name = words.model(card.model());
        return model.isChampion(card.id()) ? texts.get("forecasts.champion", name) : name;
    }

    private Optional<ModelCard> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }

    private void enable() {
        promote.setDisable(chosen().filter(card -> !model.isChampion(card.id())).isEmpty());
        back.setDisable(
                model.previous().filter(card -> !model.isChampion(card.id())).isEmpty());
    }

    @Override
    void show(ForecastBoard board) {
        rows.show(board.registry().stream()
                .sorted(Comparator.comparingLong(ModelCard::trainedNanos).reversed())
                .toList());
        if (isOtherwise(board)) {
            table.refresh();
        }
        ask(model.wish.get());
        enable();
        say(model.previous()
                .map(card -> texts.get(
                        "forecasts.registry.previous",
                        champion(board),
                        words.model(card.model()),
                        words.moment(card.trainedNanos())))
                .orElseGet(() ->
                        board.champion().isPresent() ? texts.get("forecasts.registry.first", champion(board)) : ""));
    }

    private void ask(Optional<Wish> wish) {
        question.setText(wish.map(one -> texts.get(
                        one.back() ? "forecasts.question.back" : "forecasts.question.promote",
                        words.model(one.card().model()),
                        words.moment(one.card().trainedNanos()),
                        words.times(value(one.card(), "rmseOverNaive"))))
                .orElse(""));
    }
}
