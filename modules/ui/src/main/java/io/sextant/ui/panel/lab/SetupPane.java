package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestSetup.Fill;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.InstrumentBoxes;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.NumberField;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.StrategySettings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;

/** What to run, on what, at what cost; and the button that runs it. */
final class SetupPane extends VBox {

    private static final double MOST_CASH = 1e12;
    private static final double MOST_BPS = 1_000;

    /** One way to write a day in every language, as it is typed too; what is no day leaves the one that stands. */
    private static final StringConverter<LocalDate> ISO_DAYS =
            new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE);

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final ComboBox<StrategyCard> strategy = new ComboBox<>();
    private final Label idea = new Label();
    private final Label instrumentsNeeded = new Label();
    private final Button run = new Button();
    private final PastPane past;

    SetupPane(LabModel model, Texts texts, JobWatch watch, Runnable start) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        past = new PastPane(model, texts);
        StrategySettings settings = new StrategySettings("lab-setting-", texts, model.card, model.values);
        InstrumentBoxes instruments = new InstrumentBoxes(
                "lab-on-",
                model.choices(),
                () -> model.card.get().filter(one -> one.mostInstruments() == 1).isPresent(),
                model.instruments);
        VBox form =
                new VBox(8, strategy(), idea, settings, title("lab.on"), instruments, instrumentsNeeded, terms(), past);
        form.getStyleClass().add("options-block");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        run.setId("lab-run");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        run.textProperty().bind(texts.bind("lab.run"));
        run.setOnAction(pressed -> start.run());
        VBox foot = new VBox(6, run, new JobBar("lab-job", watch, texts));
        foot.getStyleClass().add("options-block");
        getChildren().addAll(scroll, foot);
        setMinWidth(250);
        model.card.addListener(change -> chosen());
        model.instruments.addListener(change -> tellNeeded());
        model.running.addListener(change -> tellNeeded());
        model.from.addListener(change -> tellNeeded());
        model.to.addListener(change -> tellNeeded());
        texts.figuresProperty().addListener(change -> chosen());
        chosen();
    }

    void focusFirst() {
        strategy.requestFocus();
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("forecasts-grid");
        return grid;
    }

    private Label title(String key) {
        Label title = new Label();
        title.getStyleClass().add("muted");
        title.textProperty().bind(texts.bind(key));
        return title;
    }

    private Node strategy() {
        strategy.setId("lab-strategy");
        strategy.setMaxWidth(Double.MAX_VALUE);
        strategy.setItems(model.cards);
        SpokenCell.in(
                strategy,
                one -> Bindings.createStringBinding(() -> words.strategy(one.name()), texts.figuresProperty()));
        strategy.accessibleTextProperty().bind(texts.bind("lab.strategy"));
        strategy.valueProperty().addListener((property, before, now) -> {
            if (now != null && model.card.get().filter(now::equals).isEmpty()) {
                model.card.set(Optional.of(now));
                model.values.set(Map.of());
            }
        });
        idea.setId("lab-idea");
        idea.getStyleClass().add("options-about");
        idea.setWrapText(true);
        idea.setMinHeight(USE_PREF_SIZE);
        instrumentsNeeded.setId("lab-needed");
        instrumentsNeeded.getStyleClass().add("options-about");
        instrumentsNeeded.setWrapText(true);
        instrumentsNeeded.setMinHeight(USE_PREF_SIZE);
        instrumentsNeeded
                .managedProperty()
                .bind(instrumentsNeeded.textProperty().isNotEmpty());
        return strategy;
    }

    private Node terms() {
        GridPane grid = grid();
        ComboBox<Timeframe> timeframe = new ComboBox<>();
        timeframe.setId("lab-timeframe");
        timeframe.getItems().setAll(LabModel.TIMEFRAMES);
        SpokenCell.in(timeframe, one -> texts.bind("chartpanel.timeframe." + one.name()));
        timeframe.valueProperty().bindBidirectional(model.timeframe);
        ComboBox<Fill> fill = new ComboBox<>();
        fill.setId("lab-fill");
        fill.getItems().setAll(Fill.values());
        SpokenCell.in(fill, one -> texts.bind("lab.fill." + one.name()));
        fill.valueProperty().bindBidirectional(model.fill);
        CheckBox fractional = new CheckBox();
        fractional.setId("lab-fractional");
        fractional.textProperty().bind(texts.bind("lab.fractional"));
        fractional.selectedProperty().bindBidirectional(model.fractional);
        row(grid, 0, "timeframe", timeframe);
        row(grid, 1, "from", day("lab-from", model.from));
        row(grid, 2, "to", day("lab-to", model.to));
        row(grid, 3, "cash", field("lab-cash", model.cash, MOST_CASH, false));
        row(grid, 4, "commission", field("lab-commission", model.commissionBps, MOST_BPS, true));
        row(grid, 5, "spread", field("lab-spread", model.spreadBps, MOST_BPS, true));
        row(grid, 6, "slippage", field("lab-slippage", model.slippageBps, MOST_BPS, true));
        row(grid, 7, "fill", fill);
        grid.add(fractional, 0, 8, 2, 1);
        return grid;
    }

    private DatePicker day(String id, ObjectProperty<LocalDate> of) {
        DatePicker picker = new DatePicker(of.get());
        picker.setId(id);
        picker.setPrefWidth(130);
        picker.setConverter(ISO_DAYS);
        picker.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                of.set(now);
            }
        });
        of.addListener((property, before, now) -> picker.setValue(now));
        return picker;
    }

    private NumberField field(String id, DoubleProperty of, double most, boolean orNought) {
        NumberField field = new NumberField(
                id, texts, of::get, value -> (orNought ? value >= 0 : value > 0) && value <= most, of::set);
        of.addListener(change -> field.write());
        return field;
    }

    private void row(GridPane grid, int row, String key, Node field) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("lab." + key));
        title.setWrapText(true);
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(title.textProperty());
        grid.addRow(row, title, field);
    }

    private void chosen() {
        strategy.setValue(model.card.get().orElse(null));
        idea.setText(model.card.get().map(StrategyCard::name).map(words::about).orElse(""));
        tellNeeded();
    }

    private void tellNeeded() {
        run.setDisable(!model.canRun());
        instrumentsNeeded.setText(model.card
                .get()
                .filter(one -> !model.hasItsInstruments())
                .map(one -> one.mostInstruments() == 1
                        ? texts.get("lab.needs.one")
                        : texts.get(
                                "lab.needs.some",
                                texts.figures().count(one.fewestInstruments()),
                                texts.figures()
                                        .count(Math.min(
                                                one.mostInstruments(),
                                                model.choices().size()))))
                .orElse(""));
    }
}
