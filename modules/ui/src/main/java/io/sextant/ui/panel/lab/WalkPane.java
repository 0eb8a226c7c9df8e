package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.VerdictReport.Judged;
import io.sextant.domain.backtest.VerdictReport.Looking;
import io.sextant.domain.backtest.VerdictReport.Walk;
import io.sextant.domain.backtest.VerdictReport.Window;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** How a strategy did where nobody had chosen: window by window, as one line, and over paths put together from everywhere. */
final class WalkPane extends StackPane {

    private static final double ROW_HEIGHT = 24;
    private static final double PERCENT = 100;

    /** A window by its place. */
    private record Placed(int place, Window window) {}

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final ObjectProperty<Looking> looking = new SimpleObjectProperty<>(Looking.ANCHORED);
    private final FlowPane ways;
    private final Label about = new Label();
    private final CurvePlot line = new CurvePlot("lab-walk-line");
    private final TableView<LiveRow<Placed>> table = new TableView<>();
    private final LiveRows<Integer, Placed> rows = new LiveRows<>(Placed::place);
    private final Label pathsAbout = new Label();
    private final CurvePlot paths = new CurvePlot("lab-walk-paths");
    private final ScrollPane page;
    private final EmptyState nothing;

    WalkPane(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        Segments<Looking> choice = new Segments<>(
                "lab-walk", List.of(Looking.values()), looking, one -> texts.bind("lab.looking." + one.name()));
        ways = new FlowPane(choice);
        ways.getStyleClass().add("wrap-bar");
        for (Label each : new Label[] {about, pathsAbout}) {
            each.getStyleClass().add("options-about");
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        about.setId("lab-walk-about");
        pathsAbout.setId("lab-walk-paths-about");
        table.setId("lab-walk-windows");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 7);
        table.setPrefHeight(ROW_HEIGHT * 7);
        table.accessibleTextProperty().bind(texts.bind("lab.tab.walk"));
        addColumns();
        table.setItems(rows.list());
        line.setMinHeight(150);
        paths.setMinHeight(150);
        paths.setPrefHeight(170);
        VBox.setVgrow(line, Priority.ALWAYS);
        page = new ScrollPane(new VBox(ways, about, line, table, pathsAbout, paths));
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.getStyleClass().add("bare");
        nothing = new EmptyState(MaterialDesignW.WALK, texts.bind("lab.walk.nothing"));
        nothing.setId("lab-walk-nothing");
        getChildren().addAll(page, nothing);
        model.verdict.addListener(change -> show());
        looking.addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void addColumns() {
        Columns<Placed> columns = new Columns<>(texts);
        table.getColumns()
                .setAll(List.of(
                        columns.times(
                                "lab.column.chosenfrom",
                                100,
                                one -> one.window().chosenFromNanos(),
                                nanos -> texts.figures().utcDate(nanos)),
                        columns.times(
                                "lab.column.chosento",
                                100,
                                one -> one.window().chosenToNanos(),
                                nanos -> texts.figures().utcDate(nanos)),
                        ratio("chosensharpe", Window::chosenSharpe),
                        ratio("aftersharpe", Window::afterSharpe),
                        columns.figures(
                                "lab.column.afterreturn",
                                100,
                                one -> texts.figures()
                                        .percent(PERCENT * one.window().afterReturn(), 2),
                                Comparator.comparingDouble(one -> one.window().afterReturn()),
                                one -> Tone.ofSign(one.window().afterReturn())),
                        columns.times(
                                "lab.column.afterfrom",
                                100,
                                one -> one.window().afterFromNanos(),
                                nanos -> texts.figures().utcDate(nanos)),
                        columns.times(
                                "lab.column.afterto",
                                100,
                                one -> one.window().afterToNanos(),
                                nanos -> texts.figures().utcDate(nanos)),
                        columns.words(
                                "lab.column.values",
                                190,
                                one -> words.values(one.window().values()))));
    }

    private TableColumn<LiveRow<Placed>, Placed> ratio(String key, ToDoubleFunction<Window> of) {
        return new Columns<Placed>(texts)
                .figures(
                        "lab.column." + key,
                        110,
                        one -> texts.figures().number(of.applyAsDouble(one.window()), 2),
                        Comparator.comparingDouble(one -> of.applyAsDouble(one.window())),
                        one -> Tone.ofSign(of.applyAsDouble(one.window())));
    }

    private void show() {
        Optional<Judged> judged =
                model.verdict.get().filter(Judged.class::isInstance).map(Judged.class::cast);
        Optional<Walk> walk = judged.flatMap(this::walk);
        nothing.setVisible(walk.isEmpty());
        page.setVisible(walk.isPresent());
        judged.ifPresent(this::showPaths);
        walk.ifPresent(this::show);
    }

    /** Where nothing is chosen both ways are one. */
    private Optional<Walk> walk(Judged judged) {
        boolean both = judged.walks().size() > 1;
        ways.setVisible(both);
        ways.setManaged(both);
        return judged.walks().stream()
                .filter(one -> !both || one.looking() == looking.get())
                .findFirst();
    }

    private void show(Walk walk) {
        about.setText(texts.get(
                ways.isVisible() ? "lab.walk.about" : "lab.walk.later",
                texts.figures().number(walk.chosenSharpe(), 2),
                texts.figures().number(walk.afterSharpe(), 2),
                texts.figures().percent(PERCENT * walk.afterReturn(), 2)));
        List<Placed> placed = new ArrayList<>();
        for (Window each : walk.windows()) {
            placed.add(new Placed(placed.size(), each));
        }
        rows.show(placed);
        table.refresh();
        double[] x = new double[walk.growth().length];
        Arrays.setAll(x, i -> i);
        line.show(new CurvePlot.Content(
                List.of(new Curve("main", Drawn.LINE, x, walk.growth())),
                marks(walk),
                at -> date(walk, at),
                value -> texts.figures().percent(PERCENT * (value - 1), 0),
                at -> texts.get(
                        "lab.walk.readout",
                        date(walk, Math.rint(at)),
                        texts.figures().percent(PERCENT * (walk.growth()[place(walk, at)] - 1), 2)),
                false));
    }

    private List<Mark> marks(Walk walk) {
        List<Mark> marks = new ArrayList<>();
        for (Window each : walk.windows()) {
            int at = Arrays.binarySearch(walk.timesNanos(), each.afterFromNanos());
            marks.add(new Mark(Math.max(0, at), texts.figures().count(marks.size() + 1)));
        }
        return marks;
    }

    private static int place(Walk walk, double at) {
        return (int) Math.clamp(Math.round(at), 0L, walk.growth().length - 1L);
    }

    private String date(Walk walk, double at) {
        boolean whole = Math.abs(at - Math.rint(at)) < 1e-6 && at >= 0 && at < walk.timesNanos().length;
        return whole ? texts.figures().utcDate(walk.timesNanos()[place(walk, at)]) : "";
    }

    /** Each path at its ratio, over how many are at or below it. */
    private void showPaths(Judged judged) {
        double[] sharpes = judged.pathSharpes();
        boolean any = sharpes.length > 1;
        paths.setVisible(any);
        paths.setManaged(any);
        long lost = Arrays.stream(sharpes).filter(each -> !(each > 0)).count();
        pathsAbout.setText(
                any
                        ? texts.get(
                                "lab.paths.about",
                                texts.figures().count(sharpes.length),
                                texts.figures().count(lost),
                                texts.figures().number(sharpes[0], 2),
                                texts.figures().number(sharpes[sharpes.length - 1], 2))
                        : texts.get("lab.paths.none"));
        if (any) {
            double[] below = new double[sharpes.length];
            Arrays.setAll(below, i -> (i + 1.0) / below.length);
            paths.show(new CurvePlot.Content(
                    List.of(
                            new Curve("band", Drawn.LINE, sharpes, below),
                            new Curve("main", Drawn.DOTS, sharpes, below)),
                    List.of(new Mark(0, texts.get("lab.paths.nought"))),
                    value -> texts.figures().number(value, 2),
                    share -> texts.figures().percent(PERCENT * share, 0),
                    at -> texts.get(
                            "lab.paths.readout",
                            texts.figures()
                                    .count(Arrays.stream(sharpes)
                                            .filter(each -> each <= at)
                                            .count()),
                            texts.figures().count(sharpes.length),
                            texts.figures().number(at, 2)),
                    true));
        }
    }
}
