package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.SettingRange;
import io.sextant.domain.backtest.SweepReport;
import io.sextant.domain.backtest.SweepReport.Point;
import io.sextant.domain.backtest.SweepReport.Swept;
import io.sextant.domain.backtest.SweepWish.Measure;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobWatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** A search among settings: its surface with the highest and the stable one, what luck leaves of the best, and every try. */
final class SweepPane extends VBox {

    private static final double PERCENT = 100;

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final Label best = line("lab-sweep-best");
    private final Label stable = line("lab-sweep-stable");
    private final Label luck = line("lab-sweep-luck");
    private final Button use = new Button();
    private final Button useStable = new Button();
    private final SurfaceGrid surface;
    private final CurvePlot curve = new CurvePlot("lab-sweep-curve");
    private final SweepTable table;
    private final ScrollPane page;
    private final EmptyState nothing;
    private final StringProperty why = new SimpleStringProperty("");

    SweepPane(LabModel model, Texts texts, JobWatch watch, Runnable start, Runnable goOn) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        table = new SweepTable(texts, words);
        surface = new SurfaceGrid("lab-sweep-surface", table::choose);
        VBox.setVgrow(surface, Priority.ALWAYS);
        curve.setMinHeight(180);
        VBox.setVgrow(curve, Priority.ALWAYS);
        VBox body = new VBox(4, best, stable, luck, new StackPane(surface, curve), buttons(), table);
        VBox.setVgrow(body.getChildren().get(3), Priority.ALWAYS);
        page = new ScrollPane(body);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.getStyleClass().add("bare");
        nothing = new EmptyState(MaterialDesignG.GRID, why);
        nothing.setId("lab-sweep-nothing");
        StackPane stack = new StackPane(page, nothing);
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(new SweepSetup(model, texts, watch, start, goOn), stack);
        model.sweep.addListener(change -> show());
        model.problem.addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node buttons() {
        use.setId("lab-sweep-use");
        use.getStyleClass().add("compact");
        use.textProperty().bind(texts.bind("lab.sweep.use"));
        use.disableProperty().bind(table.chosen().isNull());
        use.setOnAction(pressed -> {
            Point point = table.chosen().get();
            if (point != null) {
                model.use(point.values());
            }
        });
        useStable.setId("lab-sweep-use-stable");
        useStable.getStyleClass().add("compact");
        useStable.textProperty().bind(texts.bind("lab.sweep.use.stable"));
        useStable.setOnAction(pressed -> {
            if (model.sweep.get().orElse(null) instanceof Swept swept) {
                swept.stable()
                        .ifPresent(pick ->
                                model.use(swept.points().get(pick.point()).values()));
            }
        });
        FlowPane bar = new FlowPane(use, useStable);
        bar.getStyleClass().add("wrap-bar");
        return bar;
    }

    private void show() {
        String problem = model.problem.get().isEmpty()
                ? model.sweep.get().map(this::whyNot).orElse(texts.get("lab.sweep.nothing"))
                : texts.get("lab.failed", model.problem.get());
        why.set(problem);
        nothing.setVisible(!problem.isEmpty());
        page.setVisible(problem.isEmpty());
        if (problem.isEmpty() && model.sweep.get().orElse(null) instanceof Swept swept) {
            show(swept);
        }
    }

    /** Empty where something was found. */
    private String whyNot(SweepReport report) {
        return switch (report) {
            case Swept swept -> "";
            case SweepReport.TooFewBars few -> words.few(few.instrument(), few.bars(), few.needed());
            case SweepReport.Refused refused -> texts.get("lab.refused", refused.reason());
        };
    }

    private void show(Swept swept) {
        Measure measure = swept.wish().measure();
        Point top = swept.points().get(swept.best());
        best.setText(texts.get(
                "lab.sweep.best",
                searched(swept, top),
                texts.get("lab.measure." + measure.name()),
                value(measure, top.by(measure)),
                texts.figures().percent(PERCENT * top.returnShare(), 2),
                texts.figures().count(top.trades())));
        stable.setText(swept.stable()
                .map(pick -> texts.get(
                        "lab.sweep.stable",
                        searched(swept, swept.points().get(pick.point())),
                        texts.get("lab.measure." + measure.name()),
                        value(measure, swept.points().get(pick.point()).by(measure)),
                        texts.figures().count(pick.tries()),
                        value(measure, pick.mean()),
                        value(measure, pick.deviation())))
                .orElse(texts.get("lab.sweep.nostable")));
        useStable.setDisable(swept.stable().isEmpty());
        luck.setText(texts.get(
                        "lab.sweep.luck",
                        texts.figures().count(swept.luck().tries()),
                        texts.figures().number(swept.luck().luckySharpe(), 2),
                        texts.figures().number(top.sharpe(), 2),
                        texts.figures().percent(PERCENT * swept.luck().deflated(), 1))
                + (swept.luck().whole() ? "" : " " + texts.get("lab.sweep.ledger"))
                + (model.simulated.get() ? " " + texts.get("lab.simulated") : ""));
        boolean flat = swept.wish().ranges().size() > 1;
        surface.setVisible(flat);
        curve.setVisible(!flat);
        if (flat) {
            showSurface(swept);
        } else {
            showCurve(swept);
        }
        table.show(swept);
    }

    private String searched(Swept swept, Point point) {
        Map<String, Double> own = new LinkedHashMap<>();
        swept.wish()
                .ranges()
                .forEach(each -> own.put(each.setting(), point.values().getOrDefault(each.setting(), Double.NaN)));
        return words.values(own);
    }

    private String value(Measure measure, double value) {
        return measure == Measure.RETURN
                ? texts.figures().percent(PERCENT * value, 2)
                : texts.figures().number(value, 2);
    }

    private void showSurface(Swept swept) {
        SettingRange across = swept.wish().ranges().get(0);
        SettingRange up = swept.wish().ranges().get(1);
        Measure measure = swept.wish().measure();
        List<SurfaceGrid.Cell> cells = new ArrayList<>();
        for (Point each : swept.points()) {
            cells.add(new SurfaceGrid.Cell(each.at().get(0), each.at().get(1), cells.size(), each.by(measure)));
        }
        surface.show(new SurfaceGrid.Content(
                words.setting(across.setting()),
                words.setting(up.setting()),
                values(across),
                values(up),
                cells,
                swept.best(),
                swept.stable().map(SweepReport.Stable::point).orElse(-1),
                texts.get("lab.sweep.legend"),
                words::number,
                cell -> told(swept, cell.place())));
    }

    private String told(Swept swept, int place) {
        Point point = swept.points().get(place);
        String name = place == swept.best()
                ? texts.get("lab.sweep.is.best")
                : swept.stable().filter(pick -> pick.point() == place).isPresent()
                        ? texts.get("lab.sweep.is.stable")
                        : "";
        return texts.get(
                        "lab.sweep.readout",
                        searched(swept, point),
                        texts.get("lab.measure." + swept.wish().measure().name()),
                        value(swept.wish().measure(), point.by(swept.wish().measure())),
                        texts.figures().count(point.trades()))
                + (name.isEmpty() ? "" : "  \u00b7  " + name);
    }

    private static double[] values(SettingRange range) {
        double[] values = new double[range.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = range.value(i);
        }
        return values;
    }

    private void showCurve(Swept swept) {
        SettingRange range = swept.wish().ranges().getFirst();
        Measure measure = swept.wish().measure();
        List<Point> ordered = swept.points().stream()
                .sorted(Comparator.comparingInt(each -> each.at().getFirst()))
                .toList();
        double[] x = ordered.stream()
                .mapToDouble(each -> range.value(each.at().getFirst()))
                .toArray();
        double[] y = ordered.stream().mapToDouble(each -> each.by(measure)).toArray();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(
                range.value(swept.points().get(swept.best()).at().getFirst()), texts.get("lab.sweep.is.best")));
        swept.stable()
                .ifPresent(pick -> marks.add(new Mark(
                        range.value(swept.points().get(pick.point()).at().getFirst()),
                        texts.get("lab.sweep.is.stable"))));
        curve.show(new CurvePlot.Content(
                List.of(new Curve("band", Drawn.LINE, x, y), new Curve("main", Drawn.DOTS, x, y)),
                marks,
                words::number,
                value -> value(measure, value),
                at -> told(swept, nearest(swept, range, at)),
                true));
    }

    private static int nearest(Swept swept, SettingRange range, double at) {
        int nearest = 0;
        for (int i = 1; i < swept.points().size(); i++) {
            double apart = Math.abs(range.value(swept.points().get(i).at().getFirst()) - at);
            double before =
                    Math.abs(range.value(swept.points().get(nearest).at().getFirst()) - at);
            nearest = apart < before ? i : nearest;
        }
        return nearest;
    }
}
