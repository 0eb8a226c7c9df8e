package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.TrainingCurve;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.TroubleWords;
import io.sextant.ui.parts.WideColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the newest training goes, model by model, and the losses of one of them step by step. */
final class TrainingPane extends BoardPane {

    private static final double ROW_HEIGHT = 24;
    private static final CurvePlot.Content NOTHING =
            new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", false);

    private final LiveRows<String, TrainingCurve> rows = new LiveRows<>(TrainingCurve::model);
    private final TableView<LiveRow<TrainingCurve>> table = new TableView<>();
    private final CurvePlot losses = new CurvePlot("forecasts-losses");
    private final Label title = new Label();

    TrainingPane(ForecastsModel model, Texts texts) {
        super("forecasts-training", model, texts);
        Columns<TrainingCurve> columns = new Columns<>(texts);
        table.setId("forecasts-trainings");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("forecasts.tab.training"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("forecasts.training.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        table.getColumns()
                .setAll(List.of(
                        columns.words("forecasts.column.model", 130, one -> words.model(one.model())),
                        columns.words(
                                "forecasts.column.state",
                                90,
                                one -> texts.get(
                                        "forecasts.training." + one.state().name()),
                                one -> one.state() == TrainingCurve.State.FAILED ? Tone.WARNING : Tone.PLAIN),
                        columns.figures(
                                "forecasts.column.done",
                                70,
                                one -> texts.figures().percent(100 * one.done(), 0),
                                Comparator.comparingDouble(TrainingCurve::done))));
        WideColumns.fillFrom(290, table);
        table.setItems(rows.list());
        table.getSelectionModel().selectedItemProperty().addListener(change -> renew());
        title.setId("forecasts-losses-title");
        title.getStyleClass().addAll("block-title", "options-block");
        VBox right = new VBox(title, losses);
        VBox.setVgrow(losses, Priority.ALWAYS);
        SplitPane split = new SplitPane(table, right);
        split.getStyleClass().add("bare");
        split.setDividerPositions(0.4);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().add(split);
        follow();
    }

    @Override
    void show(ForecastBoard board) {
        rows.show(board.trainings());
        if (isOtherwise(board)) {
            table.refresh();
        }
        say(board.trouble()
                .map(why -> texts.get("forecasts.trouble", TroubleWords.sentence(why, texts)))
                .orElse(""));
        Optional<TrainingCurve> shown = shown(board);
        title.setText(shown.map(one -> texts.get("forecasts.losses", words.model(one.model())))
                .orElseGet(() -> texts.get("forecasts.losses.none")));
        losses.show(shown.map(this::content).orElse(NOTHING));
    }

    /** The chosen one, else the last that has steps. */
    private Optional<TrainingCurve> shown(ForecastBoard board) {
        LiveRow<TrainingCurve> chosen = table.getSelectionModel().getSelectedItem();
        return board.trainings().stream()
                .filter(one -> one.trainingLoss().length > 1)
                .filter(one -> chosen == null || one.model().equals(chosen.get().model()))
                .reduce((earlier, later) -> later);
    }

    private CurvePlot.Content content(TrainingCurve curve) {
        double[] steps = IntStream.rangeClosed(1, curve.trainingLoss().length)
                .asDoubleStream()
                .toArray();
        return new CurvePlot.Content(
                List.of(
                        new Curve("main", Drawn.LINE, steps, curve.trainingLoss()),
                        new Curve("quiet", Drawn.LINE, steps, curve.validationLoss())),
                List.of(),
                step -> step == Math.rint(step) ? words.count((long) step) : "",
                words::value,
                step -> {
                    int at = Math.clamp(Math.round(step) - 1, 0, steps.length - 1);
                    return texts.get(
                            "forecasts.losses.readout",
                            words.count(at + 1),
                            words.value(curve.trainingLoss()[at]),
                            words.value(curve.validationLoss()[at]));
                },
                false);
    }
}
