package io.sextant.ui.panel.options;

import io.sextant.analytics.options.ArbitrageFinding;
import io.sextant.analytics.options.SmilePoint;
import io.sextant.analytics.options.SviSmile;
import io.sextant.analytics.options.VolatilitySurface.Slice;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The quoted volatilities of an expiry with the smile through them, and the prices that contradict each other. */
final class SmilePane extends VBox {

    private static final int POINTS = 160;
    private static final double BEYOND = 0.05;

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;
    private final CurvePlot plot = new CurvePlot("options-smile");
    private final Label about = new Label();
    private final ListView<ArbitrageFinding> findings = new ListView<>();

    SmilePane(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        about.setId("options-smile-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        findings.setId("options-findings");
        findings.accessibleTextProperty().bind(texts.bind("options.findings"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("options.findings.none"));
        none.setWrapText(true);
        findings.setPlaceholder(none);
        findings.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(ArbitrageFinding finding, boolean empty) {
                super.updateItem(finding, empty);
                setWrapText(true);
                setPrefWidth(0);
                setText(empty || finding == null ? "" : words.finding(finding));
            }
        });
        Label title = new Label();
        title.textProperty().bind(texts.bind("options.findings"));
        title.getStyleClass().addAll("block-title", "options-block");
        VBox below = new VBox(title, findings);
        VBox.setVgrow(findings, Priority.ALWAYS);
        SplitPane split = new SplitPane(plot, below);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("bare");
        split.setDividerPositions(0.68);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(about, split);
        model.reckoning().addListener(change -> show());
        model.expiry().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void show() {
        Optional<Slice> slice = model.slice();
        about.setText(slice.map(this::about).orElseGet(() -> texts.get("options.smile.none")));
        plot.show(slice.map(this::content)
                .orElseGet(() -> new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", false)));
        findings.getItems()
                .setAll(model.reckoning()
                        .get()
                        .map(shown -> shown.findings().stream()
                                .filter(one -> model.expiry()
                                        .get()
                                        .filter(day -> day.toEpochDay() == one.expiryDay())
                                        .isPresent())
                                .toList())
                        .orElse(List.of()));
    }

    private String about(Slice slice) {
        double yield = Math.exp(
                -model.reckoning().get().map(shown -> shown.terms().dividend()).orElse(0.0) * slice.years());
        return texts.get(
                "options.smile.about",
                words.price(slice.forward()),
                words.percent(slice.smile().atTheMoney()),
                words.points(slice.smile().riskReversal(yield)),
                words.points(slice.smile().butterfly(yield)),
                texts.figures().count(slice.points().size()),
                words.number(100 * slice.error(), 1));
    }

    private CurvePlot.Content content(Slice slice) {
        SviSmile smile = slice.smile();
        List<SmilePoint> points = slice.points();
        double low = points.getFirst().strike();
        double high = points.getLast().strike();
        double room = BEYOND * (high - low);
        double[] strikes = new double[POINTS];
        double[] fitted = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            strikes[i] = low - room + (high - low + 2 * room) * i / (POINTS - 1);
            fitted[i] = smile.volatility(strikes[i]);
        }
        double[] at = points.stream().mapToDouble(SmilePoint::strike).toArray();
        double[] quoted = points.stream().mapToDouble(SmilePoint::volatility).toArray();
        return new CurvePlot.Content(
                List.of(new Curve("main", Drawn.LINE, strikes, fitted), new Curve("quotes", Drawn.DOTS, at, quoted)),
                List.of(new Mark(slice.forward(), texts.get("options.mark.forward"))),
                words::strike,
                words::percent,
                strike -> texts.get(
                        "options.smile.readout", words.price(strike), words.percent(smile.volatility(strike))),
                false);
    }
}
