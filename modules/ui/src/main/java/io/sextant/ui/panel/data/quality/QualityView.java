package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The report of the chosen series: the score beside the calendar, and what was found, one above the other where it is high. */
final class QualityView extends VBox {

    /** What is in front where there is no room for both. */
    enum Side {
        SUMMARY,
        FINDINGS
    }

    private static final double HIGH = 520;
    private static final double WIDE = 560;

    /** So much around the marked day stays in sight. */
    private static final double MARGIN = 24;

    private final QualityModel model;
    private final Texts texts;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.SUMMARY);
    private final Segments<Side> sides;
    private final CoverageCalendar calendar;
    private final FindingsTable findings;
    private final ScoreCard card;
    private final Region coverage;
    private final ScrollPane summary = new ScrollPane();
    private final Button again = new Button();
    private final Button tryAgain = new Button();
    private final Button examine = new Button();
    private final VBox both = new VBox();
    private int arranged = -1;

    QualityView(QualityModel model, JobWatch watch, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("quality");
        setMinWidth(300);
        QualityWords words = new QualityWords(texts);
        calendar = new CoverageCalendar(texts, words, palette);
        findings = new FindingsTable(model, words, texts);
        card = new ScoreCard(model, words, texts, () -> side.set(Side.FINDINGS));
        coverage = coverage(words, palette);
        sides = new Segments<>(
                "quality-side", List.of(Side.values()), side, which -> texts.bind("quality.side." + which.name()));
        sides.setMinWidth(USE_PREF_SIZE);
        summary.setFitToWidth(true);
        summary.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        summary.getStyleClass().add("bare");
        VBox.setVgrow(summary, Priority.ALWAYS);
        VBox.setVgrow(findings, Priority.ALWAYS);
        both.visibleProperty().bind(isAt(QualityModel.Stage.REPORTED));
        StackPane body = new StackPane(both, nothing(), running(watch), cancelled(), failed());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar(), body);
        side.addListener(change -> arrange());
        widthProperty().addListener(change -> arrange());
        heightProperty().addListener(change -> arrange());
        model.report()
                .addListener((property, before, now) -> calendar.show(
                        now.map(report -> new CoverageDays(report.coverage())).orElse(CoverageDays.NONE)));
        calendar.day().addListener(change -> Platform.runLater(this::showDay));
        arrange();
    }

    /** The day that the keyboard is on must not be out of sight. */
    private void showDay() {
        calendar.day().getValue().ifPresent(day -> {
            Node content = summary.getContent();
            double hidden = content.getLayoutBounds().getHeight()
                    - summary.getViewportBounds().getHeight();
            if (hidden > 0) {
                Point2D place = content.sceneToLocal(calendar.localToScene(calendar.placeOf(CoverageDays.date(day))));
                double top = summary.getVvalue() * hidden;
                double lowest = place.getY() - MARGIN;
                double highest =
                        place.getY() + MARGIN - summary.getViewportBounds().getHeight();
                summary.setVvalue(Math.clamp(Math.clamp(top, Math.min(highest, lowest), lowest), 0, hidden) / hidden);
            }
        });
    }

    CoverageCalendar calendar() {
        return calendar;
    }

    FindingsTable findings() {
        return findings;
    }

    Button again() {
        return again;
    }

    Button tryAgain() {
        return tryAgain;
    }

    Button examine() {
        return examine;
    }

    private void arrange() {
        boolean high = getHeight() >= HIGH;
        boolean wide = getWidth() >= WIDE;
        int wanted = (high ? 2 : side.get() == Side.SUMMARY ? 0 : 1) * 2 + (wide ? 1 : 0);
        sides.setVisible(!high);
        sides.setManaged(!high);
        if (wanted == arranged) {
            return;
        }
        arranged = wanted;
        summary.setContent(wide ? new HBox(card, coverage) : new VBox(card, coverage));
        HBox.setHgrow(coverage, Priority.ALWAYS);
        card.setMaxWidth(wide ? 330 : Double.MAX_VALUE);
        card.setPrefWidth(wide ? 270 : USE_COMPUTED_SIZE);
        summary.setMinHeight(high ? 220 : 0);
        summary.setMaxHeight(high ? 320 : Double.MAX_VALUE);
        if (high) {
            both.getChildren().setAll(summary, findings);
        } else {
            both.getChildren().setAll(side.get() == Side.SUMMARY ? summary : findings);
        }
    }

    /** The choices go below the name where both do not fit beside each other. */
    private FlowPane bar() {
        Label subject = new Label();
        subject.setId("quality-subject");
        subject.getStyleClass().add("block-title");
        subject.setMinWidth(USE_PREF_SIZE);
        subject.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.subject()
                                .get()
                                .map(series -> series.instrument().symbol() + "  "
                                        + texts.get("chartpanel.timeframe."
                                                + series.timeframe().name()))
                                .orElse(""),
                        model.subject(),
                        texts.figuresProperty()));
        again.setId("quality-again");
        again.setGraphic(new FontIcon(MaterialDesignR.REFRESH));
        again.getStyleClass().add("compact");
        again.setMinWidth(USE_PREF_SIZE);
        again.accessibleTextProperty().bind(texts.bind("quality.again.hint"));
        again.setTooltip(hint("quality.again.hint"));
        HBox name = new HBox(subject, sides);
        HBox choices = new HBox(sessions(), anomalies(), again);
        for (HBox part : List.of(name, choices)) {
            part.getStyleClass().add("bar-part");
            part.setAlignment(Pos.CENTER_LEFT);
        }
        FlowPane bar = new FlowPane(name, choices);
        bar.getStyleClass().add("wrap-bar");
        bar.setRowValignment(VPos.CENTER);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.visibleProperty().bind(isAt(QualityModel.Stage.NOTHING).not());
        return bar;
    }

    private ComboBox<SessionChoice> sessions() {
        ComboBox<SessionChoice> sessions = new ComboBox<>();
        sessions.setId("quality-session");
        sessions.getItems().setAll(SessionChoice.values());
        sessions.getStyleClass().add("compact");
        sessions.setMinWidth(90);
        sessions.accessibleTextProperty().bind(texts.bind("quality.session.hint"));
        sessions.setTooltip(hint("quality.session.hint"));
        sessions.setButtonCell(new WordCell<>(texts));
        sessions.setCellFactory(list -> new WordCell<>(texts));
        sessions.valueProperty().bindBidirectional(model.session());
        return sessions;
    }

    private CheckBox anomalies() {
        CheckBox box = new CheckBox();
        box.setId("quality-anomalies");
        box.textProperty().bind(texts.bind("quality.anomalies"));
        box.setTooltip(hint("quality.anomalies.hint"));
        box.setMinWidth(USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.anomalies());
        return box;
    }

    private Tooltip hint(String key) {
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind(key));
        return hint;
    }

    private Region coverage(QualityWords words, ObservableValue<ChartPalette> palette) {
        Label title = new Label();
        title.getStyleClass().add("block-title");
        title.textProperty().bind(texts.bind("quality.coverage"));
        Label day = new Label();
        day.setId("quality-day");
        day.getStyleClass().add("muted");
        day.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> dayText(calendar.day().getValue(), words), calendar.day(), texts.figuresProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(title, gap, day);
        top.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(top, calendar, new CoverageLegend(texts, palette));
        box.getStyleClass().add("coverage");
        box.setMinWidth(0);
        return box;
    }

    private String dayText(Optional<CoverageDay> day, QualityWords words) {
        return day.map(words::day).orElseGet(() -> texts.get("quality.day.none"));
    }

    private Node nothing() {
        EmptyState nothing = new EmptyState(MaterialDesignS.SHIELD_CHECK_OUTLINE, texts.bind("quality.nothing"));
        nothing.setId("quality-nothing");
        nothing.visibleProperty().bind(isAt(QualityModel.Stage.NOTHING));
        return nothing;
    }

    private Node running(JobWatch watch) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.textProperty().bind(texts.bind("quality.running"));
        JobBar bar = new JobBar("quality-job", watch, texts);
        bar.setMaxWidth(360);
        VBox running = new VBox(label, bar);
        running.setId("quality-running");
        running.getStyleClass().add("empty-state");
        running.visibleProperty().bind(isAt(QualityModel.Stage.RUNNING));
        return running;
    }

    private Node cancelled() {
        EmptyState cancelled = new EmptyState(MaterialDesignC.CANCEL, texts.bind("quality.cancelled"));
        cancelled.setId("quality-cancelled");
        examine.setId("quality-examine");
        examine.textProperty().bind(texts.bind("quality.examine"));
        cancelled.getChildren().add(examine);
        cancelled.visibleProperty().bind(isAt(QualityModel.Stage.CANCELLED));
        return cancelled;
    }

    private Node failed() {
        EmptyState failed =
                new EmptyState(MaterialDesignA.ALERT_CIRCLE_OUTLINE, texts.bind("quality.failed", model.problem()));
        failed.setId("quality-failed");
        tryAgain.setId("quality-try-again");
        tryAgain.textProperty().bind(texts.bind("data.retry"));
        failed.getChildren().add(tryAgain);
        failed.visibleProperty().bind(isAt(QualityModel.Stage.FAILED));
        return failed;
    }

    private BooleanBinding isAt(QualityModel.Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage().get() == stage, model.stage());
    }
}
