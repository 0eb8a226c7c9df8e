package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.WhatIfBoard;
import io.sextant.domain.risk.WhatIfBoard.Trouble;
import io.sextant.domain.risk.WhatIfBoard.WorthFan;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.ThemedPopOver;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.TurningSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Named scenarios side by side, and the fan of the desk's worth in the supposed one over the present one's. */
final class WhatIfPane extends RiskPane {

    private static final double ROW_HEIGHT = 24;
    static final double POOR = 0.05;

    /** A row: the present, the one that the sliders suppose, or one that is kept. */
    record Line(String key, String name, WhatIfBoard.Case told) {}

    private final CurvePlot plot = new CurvePlot("risk-fan");
    private final TableView<LiveRow<Line>> table = new TableView<>();
    private final LiveRows<String, Line> rows = new LiveRows<>(Line::key);
    private final TextField name = new TextField();
    private final Button keep = button("keep");
    private final Button forget = button("forget");
    private final Button export = button("export");

    WhatIfPane(
            RiskMonitorModel model,
            List<Instrument> instruments,
            Texts texts,
            BiConsumer<InstrumentId, String> durations) {
        super("risk-whatif", model, texts);
        name.setId("risk-whatif-name");
        name.setPrefColumnCount(12);
        name.promptTextProperty().bind(texts.bind("riskmonitor.whatif.name"));
        name.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(typed -> keep());
        keep.setOnAction(pressed -> keep());
        keep.disableProperty().bind(name.textProperty().isEmpty());
        forget.setOnAction(pressed -> selected()
                .ifPresent(line -> model.kept.removeIf(each -> each.name().equals(line.name()))));
        HBox buttons = new HBox(6, name, keep, forget, export);
        fillTable();
        VBox list = new VBox(
                6,
                new ShockSliders("risk-whatif", model.shock, texts),
                new RateSlider(model, texts),
                market(instruments, durations),
                buttons,
                table);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(3 * ROW_HEIGHT);
        TurningSplit both = new TurningSplit(list, plot, 0.55, 0.55);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().add(both);
        model.whatIf.addListener(change -> showCases());
        texts.figuresProperty().addListener(change -> showCases());
        follow();
        showCases();
    }

    Button export() {
        return export;
    }

    List<Line> lines() {
        return rows.values();
    }

    private Button button(String what) {
        Button button = new Button();
        button.setId("risk-whatif-" + what);
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("riskmonitor.whatif." + what));
        return button;
    }

    /** Under a name that is there already it takes the other's place. */
    private void keep() {
        String called = name.getText().strip();
        if (called.isEmpty()) {
            return;
        }
        NamedCase named = new NamedCase(called, model.supposed.get());
        int place = -1;
        for (int i = 0; i < model.kept.size(); i++) {
            place = model.kept.get(i).name().equals(called) ? i : place;
        }
        if (place >= 0) {
            model.kept.set(place, named);
        } else if (model.kept.size() < NamedCase.KEPT_MAX) {
            model.kept.add(named);
        }
        name.clear();
    }

    private Optional<Line> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }

    private void fillTable() {
        Columns<Line> columns = new Columns<>(texts);
        table.setId("risk-scenarios");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif"));
        TableColumn<LiveRow<Line>, Line> called = columns.words("riskmonitor.column.scenario", 120, Line::name);
        called.setSortable(false);
        table.getColumns()
                .setAll(List.of(
                        called,
                        columns.figures(
                                "riskmonitor.column.result",
                                76,
                                line -> signedMoney(line.told().result()),
                                Comparator.comparingDouble(line -> line.told().result()),
                                line -> Tone.ofSign(Math.round(line.told().result()))),
                        columns.figures(
                                "riskmonitor.column.atrisk",
                                78,
                                line -> amount(line.told(), line.told().normal().valueAtRisk()),
                                Comparator.comparingDouble(
                                        line -> line.told().normal().valueAtRisk())),
                        columns.figures(
                                "riskmonitor.column.shortfallday",
                                78,
                                line -> amount(line.told(), line.told().normal().expectedShortfall()),
                                Comparator.comparingDouble(
                                        line -> line.told().normal().expectedShortfall())),
                        columns.figures(
                                "riskmonitor.column.lower",
                                92,
                                line -> line.told().trouble() == Trouble.NONE
                                        ? percent(line.told().lossChance(), 0)
                                        : Figures.NONE,
                                Comparator.comparingDouble(line -> line.told().lossChance())),
                        columns.figures(
                                "riskmonitor.column.poor",
                                92,
                                line -> poor(line.told()),
                                Comparator.comparingDouble(
                                        line -> line.told().fan().last(POOR)))));
        table.setItems(rows.list());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.supposed.set(now.get().told().supposed());
            }
        });
    }

    private String poor(WhatIfBoard.Case told) {
        double worth = told.fan().last(POOR);
        return Double.isFinite(worth)
                ? money(worth)
                : told.trouble() == Trouble.NOTHING_LEFT ? texts.get("riskmonitor.whatif.gone") : Figures.NONE;
    }

    private String amount(WhatIfBoard.Case told, double amount) {
        return told.trouble() == Trouble.NONE ? money(amount) : Figures.NONE;
    }

    /** How the market moves afterwards, and what is held then. */
    private FlowPane market(List<Instrument> instruments, BiConsumer<InstrumentId, String> durations) {
        ComboBox<Supposition.Weather> weather = new ComboBox<>();
        weather.setId("risk-whatif-weather");
        weather.getItems().setAll(Supposition.Weather.values());
        SpokenCell.in(weather, one -> texts.bind("riskmonitor.whatif.weather." + one.name()));
        weather.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif.weather"));
        ComboBox<Optional<WeightMethod>> mix = new ComboBox<>();
        mix.setId("risk-whatif-mix");
        mix.getItems().add(Optional.empty());
        for (WeightMethod each : WeightMethod.values()) {
            if (each != WeightMethod.GOALS) {
                mix.getItems().add(Optional.of(each));
            }
        }
        SpokenCell.in(
                mix,
                one -> one.map(method -> texts.bind("optimiser.method." + method.name()))
                        .orElseGet(() -> texts.bind("riskmonitor.whatif.mix.held")));
        mix.accessibleTextProperty().bind(texts.bind("riskmonitor.whatif.mix"));
        Runnable follow = () -> {
            weather.setValue(model.supposed.get().weather());
            mix.setValue(model.supposed.get().findMix());
        };
        model.supposed.addListener(change -> follow.run());
        follow.run();
        weather.setOnAction(chosen -> model.supposed.set(model.supposed.get().with(weather.getValue())));
        mix.setOnAction(chosen ->
                model.supposed.set(model.supposed.get().with(mix.getValue().orElse(null))));
        Button shares = button("shares");
        ThemedPopOver popOver =
                new ThemedPopOver(new MixPane(model, instruments, texts, durations), PopOver.ArrowLocation.TOP_LEFT);
        shares.setOnAction(pressed -> popOver.show(shares));
        FlowPane bar = new FlowPane(6, 6, weather, mix, shares);
        bar.getStyleClass().add("wrap-bar");
        return bar;
    }

    @Override
    void show(RiskBoard.Measured board) {
        showCases();
    }

    private void showCases() {
        List<Line> lines = new ArrayList<>();
        model.whatIf.get().ifPresent(answer -> {
            for (int i = 0; i < answer.board().cases().size(); i++) {
                String given = answer.names().get(i);
                lines.add(new Line(
                        i + given,
                        i == 0
                                ? texts.get("riskmonitor.whatif.now")
                                : i == 1 ? texts.get("riskmonitor.whatif.supposed") : given,
                        answer.board().cases().get(i)));
            }
        });
        rows.show(lines);
        table.refresh();
        if (lines.size() < 2) {
            plot.show(new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", false));
            say("");
            return;
        }
        WhatIfBoard board = model.whatIf.get().orElseThrow().board();
        Trouble trouble = lines.get(1).told().trouble();
        draw(board.equity(), lines.get(0).told(), lines.get(1).told());
        if (trouble != Trouble.NONE) {
            say(texts.get("riskmonitor.whatif.trouble." + trouble.name()));
            return;
        }
        say(texts.get(
                "riskmonitor.whatif.about",
                texts.figures().count(board.paths()),
                board.currency().code()));
    }

    private void draw(double equity, WhatIfBoard.Case now, WhatIfBoard.Case supposed) {
        List<Curve> curves = new ArrayList<>();
        WorthFan fan = supposed.fan();
        double[] days = days(fan);
        for (int share = 0; share < fan.shares().length; share++) {
            boolean middle = fan.shares()[share] == 0.5;
            boolean outer = fan.shares()[share] < POOR || fan.shares()[share] > 1 - POOR;
            if (!outer) {
                curves.add(new Curve(middle ? "main" : "band", Drawn.LINE, days, worth(fan, share, supposed.value())));
            }
        }
        if (!supposed.supposed().isNothing()) {
            WorthFan present = now.fan();
            for (int share = 0; share < present.shares().length; share++) {
                if (present.shares()[share] == 0.5) {
                    curves.add(new Curve("quiet", Drawn.LINE, days(present), worth(present, share, now.value())));
                }
            }
        }
        plot.show(new CurvePlot.Content(
                curves,
                List.of(),
                at -> texts.figures().count(Math.round(at)),
                value -> texts.figures().signedPercent(100 * (value / equity - 1), 1),
                at -> readout(fan, at),
                false));
    }

    private String readout(WorthFan fan, double at) {
        int nearest = 0;
        for (int i = 0; i < fan.days().length; i++) {
            nearest = Math.abs(fan.days()[i] - at) < Math.abs(fan.days()[nearest] - at) ? i : nearest;
        }
        if (fan.days().length == 0) {
            return "";
        }
        double[] there = fan.worth()[nearest];
        int low = Arrays.binarySearch(fan.shares(), POOR);
        int middle = Arrays.binarySearch(fan.shares(), 0.5);
        int high = Arrays.binarySearch(fan.shares(), 1 - POOR);
        return low < 0 || middle < 0 || high < 0
                ? ""
                : texts.get(
                        "riskmonitor.whatif.readout",
                        texts.figures().count(fan.days()[nearest]),
                        money(there[low]),
                        money(there[middle]),
                        money(there[high]));
    }

    private static double[] days(WorthFan fan) {
        double[] days = new double[fan.days().length + (fan.days().length > 0 ? 1 : 0)];
        for (int i = 1; i < days.length; i++) {
            days[i] = fan.days()[i - 1];
        }
        return days;
    }

    private static double[] worth(WorthFan fan, int share, double value) {
        double[] worth = new double[fan.days().length + 1];
        worth[0] = value;
        for (int i = 1; i < worth.length; i++) {
            worth[i] = fan.worth()[i - 1][share];
        }
        return worth;
    }
}
