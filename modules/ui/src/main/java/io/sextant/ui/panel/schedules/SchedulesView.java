package io.sextant.ui.panel.schedules;

import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.ScheduleWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What can be done with a schedule in one line, all of them below, and how the chosen one went at the foot. */
final class SchedulesView extends StackPane {

    private static final double ROW_HEIGHT = 24;

    /** Below this width the buttons of the line have no words. */
    private static final double WORDS_WIDTH = 560;

    private final SchedulesModel model;
    private final ScheduleWords words;
    private final Texts texts;
    private final TableView<LiveRow<ScheduleBook.Entry>> table = new TableView<>();
    private final Button add = button("add", MaterialDesignP.PLUS);
    private final Button run = button("run", MaterialDesignP.PLAY_OUTLINE);
    private final Button pause = button("pause", MaterialDesignP.PAUSE);
    private final Button edit = button("edit", MaterialDesignP.PENCIL_OUTLINE);
    private final Button remove = button("remove", MaterialDesignD.DELETE_OUTLINE);
    private final Button firstAdd = new Button();
    private final Button retry = new Button();
    private final ScheduleDetail detail;
    private final VBox list = new VBox();

    SchedulesView(SchedulesModel model, PlanModel plan, Node planView, JobWatch watch, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new ScheduleWords(texts);
        detail = new ScheduleDetail(model, words, watch, texts);
        getStyleClass().addAll("panel", "schedules-panel");
        prepareButtons();
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        list.getChildren().addAll(bar(), table, detail);
        // Else the words of the buttons would keep the panel too wide to ever leave them out.
        list.setMinWidth(0);
        setMinWidth(0);
        planView.visibleProperty().bind(plan.open());
        // What is covered by the sheet must not be reached by the keyboard.
        list.disableProperty().bind(plan.open());
        list.visibleProperty().bind(plan.open().not());
        getChildren().addAll(list, planView);
        widthProperty().addListener(change -> showWords(getWidth() >= WORDS_WIDTH));
    }

    TableView<LiveRow<ScheduleBook.Entry>> table() {
        return table;
    }

    ScheduleDetail detail() {
        return detail;
    }

    Button add() {
        return add;
    }

    Button firstAdd() {
        return firstAdd;
    }

    Button run() {
        return run;
    }

    Button pause() {
        return pause;
    }

    Button edit() {
        return edit;
    }

    Button remove() {
        return remove;
    }

    Button retry() {
        return retry;
    }

    private HBox bar() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(add, gap, run, pause, edit, remove);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Button button(String name, Ikon icon) {
        Button button = new Button();
        button.setId("schedules-" + name);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void prepareButtons() {
        List.of(add, run, edit, remove)
                .forEach(button -> name(button, button.getId().replace('-', '.')));
        BooleanBinding paused = Bindings.createBooleanBinding(this::isPaused, model.chosen());
        pause.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(paused.get() ? "schedules.resume" : "schedules.pause"),
                        paused,
                        texts.figuresProperty()));
        pause.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new FontIcon(paused.get() ? MaterialDesignP.PLAY_PAUSE : MaterialDesignP.PAUSE), paused));
        hint(pause, "schedules.pause.hint");
        BooleanBinding none =
                Bindings.createBooleanBinding(() -> model.chosen().get().isEmpty(), model.chosen());
        List.of(pause, edit, remove).forEach(button -> button.disableProperty().bind(none));
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.chosen()
                                .get()
                                .filter(entry -> !entry.isRunning() && !entry.wanted())
                                .isEmpty(),
                        model.chosen()));
    }

    private boolean isPaused() {
        return model.chosen().get().filter(entry -> entry.schedule().paused()).isPresent();
    }

    private void name(Button button, String key) {
        button.textProperty().bind(texts.bind(key));
        hint(button, key + ".hint");
    }

    private void hint(Button button, String key) {
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind(key));
        button.setTooltip(hint);
        button.accessibleTextProperty().bind(texts.bind(key));
    }

    private void showWords(boolean shown) {
        List.of(run, pause, edit, remove)
                .forEach(button -> button.setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private void fillTable() {
        Columns<ScheduleBook.Entry> columns = new Columns<>(texts);
        table.setId("schedules-list");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setTableMenuButtonVisible(true);
        table.accessibleTextProperty().bind(texts.bind("schedules.title"));
        table.setPlaceholder(placeholder());
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "schedules.column.name",
                                130,
                                entry -> entry.schedule().name()),
                        columns.words(
                                "schedules.column.what",
                                170,
                                entry -> words.what(entry.schedule().work())),
                        columns.words(
                                "schedules.column.when",
                                180,
                                entry -> words.when(entry.schedule().cadence())),
                        columns.figures(
                                "schedules.column.next",
                                150,
                                words::next,
                                Comparator.comparing(entry -> entry.next().orElse(Instant.MAX))),
                        columns.times("schedules.column.last", 130, SchedulesView::lastNanos, this::last),
                        columns.words("schedules.column.result", 330, words::result, ScheduleWords::tone)));
        SortedList<LiveRow<ScheduleBook.Entry>> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private static long lastNanos(ScheduleBook.Entry entry) {
        return entry.last().map(run -> run.startedNanos()).orElse(Long.MIN_VALUE);
    }

    private String last(long nanos) {
        return nanos == Long.MIN_VALUE ? Figures.NONE : texts.figures().dateMinute(nanos);
    }

    /** Why there is no row: the settings are still read, could not be, or nothing is scheduled. */
    private Node placeholder() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(28, 28);
        Label reading = new Label();
        reading.textProperty().bind(texts.bind("schedules.loading"));
        VBox loading = new VBox(turning, reading);
        loading.setId("schedules-loading");
        loading.getStyleClass().add("empty-state");
        loading.visibleProperty().bind(isAt(SchedulesModel.Stage.LOADING));
        EmptyState failed =
                new EmptyState(MaterialDesignA.ALERT_CIRCLE_OUTLINE, texts.bind("schedules.failed", model.problem()));
        failed.setId("schedules-failed");
        retry.setId("schedules-retry");
        retry.textProperty().bind(texts.bind("data.retry"));
        failed.getChildren().add(retry);
        failed.visibleProperty().bind(isAt(SchedulesModel.Stage.FAILED));
        EmptyState empty = new EmptyState(MaterialDesignC.CALENDAR_CLOCK, texts.bind("schedules.empty"));
        empty.setId("schedules-empty");
        firstAdd.setId("schedules-first-add");
        firstAdd.textProperty().bind(texts.bind("schedules.add"));
        empty.getChildren().add(firstAdd);
        empty.visibleProperty().bind(isAt(SchedulesModel.Stage.LOADED));
        return new StackPane(loading, failed, empty);
    }

    private BooleanBinding isAt(SchedulesModel.Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage().get() == stage, model.stage());
    }
}
