package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Whether the world still looks as it did when the champion learned. */
final class DriftPane extends BoardPane {

    /** What is commonly called a noticeable change of a population, and another population. */
    private static final double NOTICEABLE = 0.1;

    private static final double ANOTHER = 0.25;
    private static final double COVERED = 0.8;

    private final Label alarm = new Label();
    private final GridPane grid = new GridPane();
    private final ProgressBar errors = new ProgressBar(0);
    private final ProgressBar stability = new ProgressBar(0);
    private final ProgressBar coverage = new ProgressBar(0);
    private final Label errorWords = new Label();
    private final Label stabilityWords = new Label();
    private final Label coverageWords = new Label();

    DriftPane(ForecastsModel model, Texts texts) {
        super("forecasts-drift", model, texts);
        alarm.setId("forecasts-drift-alarm");
        alarm.getStyleClass().addAll("block-title", "options-block");
        alarm.setWrapText(true);
        alarm.setMinHeight(USE_PREF_SIZE);
        grid.getStyleClass().add("forecasts-grid");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(150), new ColumnConstraints(140), rest);
        addRow(0, "stability", stability, stabilityWords);
        addRow(1, "errors", errors, errorWords);
        addRow(2, "coverage", coverage, coverageWords);
        getChildren().addAll(alarm, grid);
        follow();
    }

    private void addRow(int row, String key, ProgressBar bar, Label told) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("forecasts.drift." + key));
        bar.setPrefWidth(130);
        bar.accessibleTextProperty().bind(told.textProperty());
        told.setId("forecasts-drift-" + key);
        told.setWrapText(true);
        grid.addRow(row, title, bar, told);
    }

    @Override
    void show(ForecastBoard board) {
        grid.setVisible(board.drift().isPresent());
        alarm.setManaged(board.drift().isPresent());
        if (board.drift().isEmpty()) {
            alarm.setText("");
            say(texts.get("forecasts.drift.none"));
            return;
        }
        DriftGauge gauge = board.drift().get();
        say(texts.get("forecasts.drift.about", champion(board), words.count(gauge.judged()), gauge.judged()));
        alarm.setText(gauge.alarm()
                .map(one -> texts.get("forecasts.drift.alarm." + one.name()))
                .orElseGet(() -> texts.get("forecasts.drift.calm")));
        (gauge.alarm().isPresent() ? Tone.WARNING : Tone.PLAIN).applyTo(alarm);
        set(stability, gauge.stability() / ANOTHER);
        stabilityWords.setText(
                texts.get("forecasts.drift.stability." + stability(gauge.stability()), words.index(gauge.stability())));
        set(errors, gauge.errorLevel());
        errorWords.setText(
                texts.get("forecasts.drift.errors.words", texts.figures().percent(100 * gauge.errorLevel(), 0)));
        set(coverage, gauge.coverage());
        coverageWords.setText(
                Double.isFinite(gauge.coverage())
                        ? texts.get(
                                "forecasts.drift.coverage.words", words.share(gauge.coverage()), words.share(COVERED))
                        : texts.get("forecasts.drift.coverage.unknown"));
    }

    private static void set(ProgressBar bar, double share) {
        bar.setProgress(Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0);
    }

    private static String stability(double index) {
        if (!Double.isFinite(index)) {
            return "unknown";
        }
        return index < NOTICEABLE ? "calm" : index < ANOTHER ? "noticeable" : "another";
    }
}
