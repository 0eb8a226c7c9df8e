package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.ComparedSignal;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How a strategy's trading compares with what its test does on the same feed at the same time, difference by difference. */
final class ParityPane extends VBox {

    private static final double ROW_HEIGHT = 24;

    /** One difference of a signal; a signal may have several, each of a kind of its own. */
    private record Line(ComparedSignal signal, ParityDifference difference) {

        private record Key(long barEndNanos, String instrument, ParityDifference.Kind kind) {}

        Key key() {
            return new Key(signal.barEndNanos(), signal.instrument().symbol(), difference.kind());
        }
    }

    private final Texts texts;
    private final HostingWords words;
    private final Label told = new Label();
    private final ProgressBar alike = new ProgressBar();
    private final Label worth = new Label();
    private final Label counts = new Label();
    private final LiveRows<Line.Key, Line> rows = new LiveRows<>(Line::key);
    private final TableView<LiveRow<Line>> table = new TableView<>();
    private final Label explanation = new Label();

    ParityPane(StrategiesModel model, Texts texts, HostingWords words) {
        this.texts = texts;
        this.words = words;
        about(told, "strategies-parity");
        about(worth, "strategies-parity-worth");
        about(counts, "strategies-parity-counts");
        about(explanation, "strategies-parity-explained");
        alike.setId("strategies-parity-bar");
        alike.setMaxWidth(Double.MAX_VALUE);
        alike.accessibleTextProperty().bind(told.textProperty());
        alike.managedProperty().bind(alike.visibleProperty());
        VBox bar = new VBox(alike);
        bar.getStyleClass().add("options-block");
        table.setId("strategies-differences");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 4);
        table.accessibleTextProperty().bind(texts.bind("strategies.differences"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("strategies.differences.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        addColumns();
        table.setItems(rows.list());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> explain());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(told, bar, worth, counts, table, explanation);
        model.chosen.addListener(change -> model.chosen.get().ifPresent(this::show));
        texts.figuresProperty().addListener(change -> {
            model.chosen.get().ifPresent(this::show);
            table.refresh();
        });
        model.chosen.get().ifPresent(this::show);
    }

    private static void about(Label label, String id) {
        label.setId(id);
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private void addColumns() {
        Columns<Line> columns = new Columns<>(texts);
        table.getColumns()
                .setAll(List.of(
                        columns.times(
                                "strategies.difference.bar",
                                150,
                                one -> one.signal().barEndNanos(),
                                nanos -> texts.figures().dateTime(nanos)),
                        columns.words(
                                "strategies.held.instrument",
                                80,
                                one -> one.signal().instrument().symbol()),
                        columns.words(
                                "strategies.difference.kind",
                                120,
                                one -> words.kind(one.difference().kind())),
                        columns.words(
                                "strategies.difference.here",
                                90,
                                one -> words.figure(
                                        one.signal(),
                                        one.difference(),
                                        one.difference().strategy())),
                        columns.words(
                                "strategies.difference.shadow",
                                90,
                                one -> words.figure(
                                        one.signal(),
                                        one.difference(),
                                        one.difference().shadow())),
                        columns.words(
                                "strategies.difference.why",
                                420,
                                one -> words.explanation(one.signal(), one.difference()))));
    }

    private void show(HostedStrategy one) {
        ParityMeter meter = one.parity();
        boolean began = meter.sinceNanos() != 0;
        // Signals that are still on their way are neither alike nor different.
        long open = meter.newest().stream().filter(ComparedSignal::isOpen).count();
        long over = meter.signals() - open;
        alike.setVisible(began && over > 0);
        if (!began) {
            told.setText(texts.get("strategies.parity.notyet"));
        } else if (over == 0) {
            told.setText(texts.get("strategies.parity.nosignal", texts.figures().dateTime(meter.sinceNanos())));
        } else {
            alike.setProgress(meter.alike() / (double) over);
            told.setText(texts.get(
                    "strategies.parity.told",
                    texts.figures().count(over),
                    texts.figures().dateTime(meter.sinceNanos()),
                    texts.figures().count(meter.alike()),
                    texts.figures().percent(100.0 * meter.alike() / over, 0)));
        }
        worth.setText(
                began && Double.isFinite(meter.strategyEquity())
                        ? texts.get(
                                "strategies.parity.worth",
                                texts.figures().number(meter.strategyEquity(), 2),
                                texts.figures().number(meter.shadowEquity(), 2),
                                texts.figures().signed(meter.strategyEquity() - meter.shadowEquity(), 2))
                        : "");
        counts.setText(meter.counts().stream()
                .map(count -> texts.get(
                        "strategies.parity.count",
                        words.kind(count.kind()),
                        texts.figures().count(count.signals())))
                .collect(Collectors.joining("  \u00b7  ")));
        rows.show(meter.newest().stream()
                .flatMap(signal -> signal.differences().stream().map(each -> new Line(signal, each)))
                .toList());
        explain();
    }

    /** The whole sentence of the chosen row, or of the newest, as a column cuts it off. */
    private void explain() {
        LiveRow<Line> row = table.getSelectionModel().getSelectedItem();
        LiveRow<Line> of = row == null && !rows.list().isEmpty() ? rows.list().getFirst() : row;
        explanation.setText(
                of == null ? "" : words.explanation(of.get().signal(), of.get().difference()));
    }
}
