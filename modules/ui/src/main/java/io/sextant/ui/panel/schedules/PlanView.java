package io.sextant.ui.panel.schedules;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.schedule.Schedule;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.ScheduleWords;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.StepField;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** The sheet on which a schedule is made or changed: its name, what it does and when; the foot says what is missing. */
final class PlanView extends VBox {

    private static final double WIDE = 620;
    private static final int ZONES_SUGGESTED = 12;
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private final PlanModel model;
    private final ScheduleWords words;
    private final Texts texts;
    private final TextField name = new TextField();
    private final Button addFiles = new Button();
    private final Button addFolder = new Button();
    private final Button leave = new Button();
    private final Button keep = new Button();
    private final ScrollPane body = new ScrollPane();
    private final VBox what = new VBox();
    private final VBox when = new VBox();
    private boolean wide;

    /** {@code words} say days and the next time. */
    PlanView(PlanModel model, ScheduleWords words, Texts texts) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        setId("plan");
        getStyleClass().addAll("panel", "plan");
        setMinWidth(0);
        Label title = new Label();
        title.setId("plan-title");
        title.getStyleClass().add("block-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.before()
                                .get()
                                .map(Schedule::name)
                                .map(old -> texts.get("schedules.plan.change", old))
                                .orElseGet(() -> texts.get("schedules.plan.new")),
                        model.before(),
                        texts.figuresProperty()));
        HBox bar = new HBox(title);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        fillWhat();
        fillWhen();
        body.setFitToWidth(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.getStyleClass().add("bare");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar, body, foot());
        widthProperty().addListener(change -> arrange());
        arrange();
    }

    Button addFiles() {
        return addFiles;
    }

    Button addFolder() {
        return addFolder;
    }

    Button leave() {
        return leave;
    }

    Button keep() {
        return keep;
    }

    void focusFirst() {
        name.requestFocus();
        name.selectAll();
    }

    private void arrange() {
        boolean now = getWidth() >= WIDE;
        if (body.getContent() == null || wide != now) {
            wide = now;
            what.setMaxWidth(now ? 420 : Double.MAX_VALUE);
            Node content = now ? new HBox(what, when) : new VBox(what, when);
            content.getStyleClass().add("plan-body");
            HBox.setHgrow(what, Priority.ALWAYS);
            HBox.setHgrow(when, Priority.ALWAYS);
            body.setContent(content);
        }
    }

    private void fillWhat() {
        name.setId("plan-name");
        name.textProperty().bindBidirectional(model.name());
        name.promptTextProperty().bind(texts.bind("schedules.plan.name.prompt"));
        name.accessibleTextProperty().bind(texts.bind("schedules.plan.name"));
        Segments<PlanModel.Work> work = segments("plan-work", PlanModel.Work.values(), model.work());
        TextArea files = new TextArea();
        files.setId("plan-files");
        files.setPrefRowCount(2);
        files.setMinHeight(54);
        files.textProperty().bindBidirectional(model.files());
        files.promptTextProperty().bind(texts.bind("schedules.plan.files.prompt"));
        files.accessibleTextProperty().bind(texts.bind("schedules.plan.files"));
        prepare(addFiles, "plan-add-files", "schedules.plan.add-files");
        prepare(addFolder, "plan-add-folder", "schedules.plan.add-folder");
        VBox buttons = new VBox(addFiles, addFolder);
        buttons.getStyleClass().add("plan-buttons");
        HBox.setHgrow(files, Priority.ALWAYS);
        HBox places = new HBox(files, buttons);
        places.getStyleClass().add("plan-line");
        Label hint = hint("schedules.plan.files.hint");
        VBox paths = block("schedules.plan.files", places);
        paths.getChildren().add(hint);
        only(paths, Bindings.equal(model.work(), PlanModel.Work.IMPORT));
        Label quality = hint("schedules.plan.quality.hint");
        only(quality, Bindings.equal(model.work(), PlanModel.Work.QUALITY));
        Label macro = hint("schedules.plan.macro.hint");
        only(macro, Bindings.equal(model.work(), PlanModel.Work.MACRO));
        what.getStyleClass().add("plan-column");
        what.getChildren()
                .setAll(
                        block("schedules.plan.name", name),
                        block("schedules.plan.work", work),
                        paths,
                        backFill(),
                        macro,
                        quality);
    }

    private VBox backFill() {
        ComboBox<PlanModel.Venue> venue = combo(
                "plan-venue",
                "schedules.plan.venue",
                List.of(PlanModel.Venue.values()),
                model.venue(),
                one -> ScheduleWords.venue(one.label()));
        ComboBox<Timeframe> bars = combo(
                "plan-bars",
                "schedules.plan.bars",
                List.of(Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1),
                model.bars(),
                one -> texts.get("chartpanel.timeframe." + one.name()));
        TextField days = field("plan-days", "schedules.plan.days", model.days());
        days.setPrefColumnCount(4);
        days.setMaxWidth(70);
        TextField symbols = field("plan-symbols", "schedules.plan.symbols", model.symbols());
        symbols.setPromptText("BTC-USDT, ETH-USDT");
        FlowPane from = new FlowPane(
                block("schedules.plan.venue", venue),
                block("schedules.plan.bars", bars),
                block("schedules.plan.days", days));
        from.getStyleClass().add("plan-line");
        VBox filling = new VBox(from, block("schedules.plan.symbols", symbols), hint("schedules.plan.back-fill.hint"));
        filling.getStyleClass().add("plan-column");
        only(filling, Bindings.equal(model.work(), PlanModel.Work.BACK_FILL));
        return filling;
    }

    private void fillWhen() {
        Segments<PlanModel.Rhythm> rhythm = segments("plan-rhythm", PlanModel.Rhythm.values(), model.rhythm());
        StepField count = new StepField("plan-count", "schedules.plan.count", texts);
        count.field().textProperty().bindBidirectional(model.count());
        count.onStep(model::stepCount);
        count.setMaxWidth(150);
        ComboBox<PlanModel.Unit> unit = combo(
                "plan-unit",
                "schedules.plan.unit",
                List.of(PlanModel.Unit.values()),
                model.unit(),
                one -> texts.get("schedules.plan.unit." + one.name()));
        HBox often = new HBox(count, unit);
        often.getStyleClass().add("plan-line");
        often.setAlignment(Pos.CENTER_LEFT);
        VBox every = block("schedules.plan.count", often);
        only(every, Bindings.equal(model.rhythm(), PlanModel.Rhythm.EVERY));
        ComboBox<DayOfWeek> day =
                combo("plan-day", "schedules.plan.day", List.of(DayOfWeek.values()), model.day(), words::day);
        VBox weekday = block("schedules.plan.day", day);
        only(weekday, Bindings.equal(model.rhythm(), PlanModel.Rhythm.WEEKLY));
        BooleanBinding atTime = Bindings.notEqual(model.rhythm(), PlanModel.Rhythm.EVERY);
        TextField time = field("plan-time", "schedules.plan.time", model.time());
        time.setPrefColumnCount(5);
        time.setMaxWidth(90);
        TextField zone = field("plan-zone", "schedules.plan.zone", model.zone());
        // Without a wait: suggestions for what was typed before would take the Enter that is to keep the schedule.
        TextFields.bindAutoCompletion(zone, request -> suggestions(request.getUserText()))
                .setDelay(0);
        VBox zoneBlock = block("schedules.plan.zone", zone);
        HBox.setHgrow(zoneBlock, Priority.ALWAYS);
        HBox moment = new HBox(block("schedules.plan.time", time), zoneBlock);
        moment.getStyleClass().add("plan-line");
        only(moment, atTime);
        Label missed = hint("schedules.plan.missed.hint");
        when.getStyleClass().add("plan-column");
        when.getChildren().setAll(block("schedules.plan.rhythm", rhythm), every, weekday, moment, missed);
    }

    private HBox foot() {
        Label problem = new Label();
        problem.setId("plan-problem");
        problem.getStyleClass().add("muted");
        problem.setWrapText(true);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.problem().get().isEmpty()
                                ? ""
                                : texts.get("schedules.plan.problem."
                                        + model.problem().get()),
                        model.problem(),
                        texts.figuresProperty()));
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        prepare(leave, "plan-leave", "schedules.plan.leave");
        prepare(keep, "plan-keep", "schedules.plan.keep");
        keep.getStyleClass().add("accent");
        keep.disableProperty().bind(model.problem().isNotEmpty());
        HBox foot = new HBox(problem, leave, keep);
        foot.getStyleClass().add("intake-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private <E extends Enum<E>> Segments<E> segments(String id, E[] all, ObjectProperty<E> chosen) {
        return new Segments<>(
                id, List.of(all), chosen, one -> texts.bind("schedules." + id.replace('-', '.') + "." + one.name()));
    }

    private <T> ComboBox<T> combo(
            String id, String key, List<T> all, ObjectProperty<T> chosen, Function<T, String> word) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.getStyleClass().add("compact");
        combo.getItems().setAll(all);
        combo.setButtonCell(cell(word));
        combo.setCellFactory(list -> cell(word));
        combo.valueProperty().bindBidirectional(chosen);
        combo.accessibleTextProperty().bind(texts.bind(key));
        // A cell's word is made when the cell is filled, which a change of language does not do.
        texts.figuresProperty().addListener(change -> combo.setButtonCell(cell(word)));
        return combo;
    }

    private static <T> ListCell<T> cell(Function<T, String> word) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : word.apply(item));
            }
        };
    }

    private TextField field(String id, String key, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        field.accessibleTextProperty().bind(texts.bind(key));
        return field;
    }

    private void prepare(Button button, String id, String key) {
        button.setId(id);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(texts.bind(key));
    }

    private VBox block(String key, Node content) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.getStyleClass().add("field-title");
        title.setLabelFor(content);
        VBox block = new VBox(title, content);
        block.getStyleClass().add("field-block");
        return block;
    }

    private Label hint(String key) {
        Label hint = new Label();
        hint.getStyleClass().add("field-title");
        hint.setWrapText(true);
        hint.textProperty().bind(texts.bind(key));
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    private static void only(Node node, BooleanBinding shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    /** A city is enough: new york finds America/New_York. */
    private static List<String> suggestions(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (wanted.isEmpty() || ZONES.contains(typed.strip())) {
            return List.of();
        }
        return ZONES.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(ZONES_SUGGESTED)
                .toList();
    }
}
