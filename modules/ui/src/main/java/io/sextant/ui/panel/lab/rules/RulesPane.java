package io.sextant.ui.panel.lab.rules;

import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleSheet.Exits;
import io.sextant.domain.rules.RuleSheet.Size;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.lab.rules.RulesModel.Where;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form of rules beside the file that it makes. */
public final class RulesPane extends VBox {

    private static final double FORM_SHARE = 0.66;
    private static final double GAP = 8;

    private final RulesModel model;
    private final Texts texts;
    private final VBox form = new VBox(GAP);
    private final ScrollPane scroll = new ScrollPane(form);

    /** What a person can ask of it. */
    public record Wishes(Runnable fresh, Consumer<String> open, Runnable undo, Runnable save, Runnable saveAndRun) {}

    public RulesPane(RulesModel model, Texts texts, Wishes wishes) {
        this.model = model;
        this.texts = texts;
        setId("rules");
        form.getStyleClass().add("options-block");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        TextArea file = new TextArea();
        file.setId("rules-file");
        file.setEditable(false);
        file.getStyleClass().add("rules-file");
        file.accessibleTextProperty().bind(texts.bind("rules.file"));
        file.textProperty().bind(model.check.map(one -> one.text()));
        SplitPane body = new SplitPane(scroll, file);
        body.setDividerPositions(FORM_SHARE);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(new RulesBar(model, texts, wishes), body);
        setMinSize(0, 0);
        addEventFilter(KeyEvent.KEY_PRESSED, pressed -> key(pressed, wishes));
        model.shape.addListener(change -> fill());
        fill();
    }

    /** Before the fields, whose own undo knows nothing of lines. */
    private static void key(KeyEvent pressed, Wishes wishes) {
        if (RulesBar.UNDO.match(pressed)) {
            wishes.undo().run();
            pressed.consume();
        } else if (RulesBar.SAVE.match(pressed)) {
            wishes.save().run();
            pressed.consume();
        }
    }

    private void fill() {
        double at = scroll.getVvalue();
        Optional<String> focused = Optional.ofNullable(getScene())
                .map(scene -> scene.getFocusOwner())
                .filter(owner -> isWithin(owner))
                .map(Node::getId);
        GridPane heads = grid();
        row(heads, "name", field("name", model.now().name(), (now, text) -> with(now, text, now.about())));
        row(heads, "about", field("about", model.now().about(), (now, text) -> with(now, now.name(), text)));
        form.getChildren()
                .setAll(
                        heads,
                        new TroubleLabel(model, texts, "name"),
                        new SettingsPane(model, texts),
                        side("long", Where.LONG_ENTER, Where.LONG_LEAVE),
                        side("short", Where.SHORT_ENTER, Where.SHORT_LEAVE),
                        size(),
                        exits());
        scroll.layout();
        scroll.setVvalue(at);
        focused.ifPresent(this::focus);
    }

    private boolean isWithin(Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == form) {
                return true;
            }
        }
        return false;
    }

    /** What had the keyboard has it again, or the first field of the form where it is gone. */
    private void focus(String id) {
        Node same = form.lookup("#" + id);
        Node target = same == null ? form.lookup("#rules-name") : same;
        if (target != null) {
            target.requestFocus();
        }
    }

    private Label title(String key) {
        Label title = new Label();
        title.getStyleClass().add("verdict-title");
        title.textProperty().bind(texts.bind(key));
        return title;
    }

    private Label muted(ObservableValue<String> words) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.textProperty().bind(words);
        return label;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("forecasts-grid");
        return grid;
    }

    private void row(GridPane grid, String key, Node field) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("rules." + key));
        title.setWrapText(true);
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(title.textProperty());
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), title, field);
    }

    private TextField field(String id, String stands, BiFunction<RuleSheet, String, RuleSheet> edit) {
        TextField field = new TextField(stands);
        field.setId("rules-" + id);
        field.textProperty().addListener((property, before, now) -> model.typed(id, sheet -> edit.apply(sheet, now)));
        return field;
    }

    private Node side(String name, Where enter, Where leave) {
        VBox side = new VBox(
                GAP / 2,
                title("rules." + name),
                muted(texts.bind("rules." + name + ".enter")),
                lines(enter),
                muted(texts.bind("rules." + name + ".leave")),
                lines(leave));
        side.getChildren().add(1, new TroubleLabel(model, texts, name));
        side.getChildren().add(new TroubleLabel(model, texts, name + ".enter"));
        return side;
    }

    private LinesPane lines(Where where) {
        return new LinesPane(
                model,
                texts,
                where.place,
                0,
                () -> model.lines(where),
                (all, typedIn) -> model.put(where, all, typedIn));
    }

    private Node size() {
        Size stands = model.now().size();
        ToggleGroup both = new ToggleGroup();
        RadioButton share = kind(both, "share", stands instanceof Size.Share, new Size.Share("100%"));
        RadioButton volatility = kind(
                both,
                "volatility",
                stands instanceof Size.ByVolatility,
                new Size.ByVolatility("15%", "60", "252", "100%"));
        GridPane fields = grid();
        switch (stands) {
            case Size.Share(String of) ->
                row(fields, "size.of", field("size", of, (now, text) -> with(now, new Size.Share(text))));
            case Size.ByVolatility by -> {
                row(fields, "size.a-year", field("size", by.volatility(), (now, text) -> {
                    Size.ByVolatility of = byVolatility(now);
                    return with(now, new Size.ByVolatility(text, of.bars(), of.barsAYear(), of.most()));
                }));
                row(fields, "size.bars", field("size-bars", by.bars(), (now, text) -> {
                    Size.ByVolatility of = byVolatility(now);
                    return with(now, new Size.ByVolatility(of.volatility(), text, of.barsAYear(), of.most()));
                }));
                row(fields, "size.bars-a-year", field("size-bars-a-year", by.barsAYear(), (now, text) -> {
                    Size.ByVolatility of = byVolatility(now);
                    return with(now, new Size.ByVolatility(of.volatility(), of.bars(), text, of.most()));
                }));
                row(fields, "size.most", field("size-most", by.most(), (now, text) -> {
                    Size.ByVolatility of = byVolatility(now);
                    return with(now, new Size.ByVolatility(of.volatility(), of.bars(), of.barsAYear(), text));
                }));
            }
        }
        return new VBox(
                GAP / 2,
                title("rules.size"),
                new FlowPane(GAP, GAP, share, volatility),
                fields,
                new TroubleLabel(model, texts, "size"));
    }

    private static Size.ByVolatility byVolatility(RuleSheet of) {
        return (Size.ByVolatility) of.size();
    }

    private RadioButton kind(ToggleGroup group, String id, boolean chosen, Size fresh) {
        RadioButton button = new RadioButton();
        button.setId("rules-size-by-" + id);
        button.setToggleGroup(group);
        button.setSelected(chosen);
        button.textProperty().bind(texts.bind("rules.size.by-" + id));
        button.setOnAction(pressed -> {
            if (!chosen) {
                model.reshaped(now -> with(now, fresh));
            }
        });
        return button;
    }

    private Node exits() {
        Exits stands = model.now().exits();
        GridPane fields = grid();
        row(fields, "exit.stop", field("exits-stop", stands.stop(), (now, text) -> {
            Exits of = now.exits();
            return with(now, new Exits(text, of.target(), of.trailing(), of.bars()));
        }));
        row(fields, "exit.target", field("exits-target", stands.target(), (now, text) -> {
            Exits of = now.exits();
            return with(now, new Exits(of.stop(), text, of.trailing(), of.bars()));
        }));
        row(fields, "exit.trailing", field("exits-trailing", stands.trailing(), (now, text) -> {
            Exits of = now.exits();
            return with(now, new Exits(of.stop(), of.target(), text, of.bars()));
        }));
        row(fields, "exit.bars", field("exits-bars", stands.bars(), (now, text) -> {
            Exits of = now.exits();
            return with(now, new Exits(of.stop(), of.target(), of.trailing(), text));
        }));
        VBox all = new VBox(GAP / 2, title("rules.exits"), fields);
        for (String place : List.of("exits", "exits.stop", "exits.target", "exits.trailing", "exits.bars")) {
            all.getChildren().add(new TroubleLabel(model, texts, place));
        }
        GridPane last = grid();
        row(last, "warm-up", field("warm-up", model.now().warmUpBars(), RulesPane::withWarmUp));
        all.getChildren().addAll(last, new TroubleLabel(model, texts, "warm-up"));
        return all;
    }

    private static RuleSheet with(RuleSheet of, String name, String about) {
        return new RuleSheet(
                name, about, of.settings(), of.longs(), of.shorts(), of.size(), of.exits(), of.warmUpBars());
    }

    private static RuleSheet with(RuleSheet of, Size size) {
        return new RuleSheet(
                of.name(), of.about(), of.settings(), of.longs(), of.shorts(), size, of.exits(), of.warmUpBars());
    }

    private static RuleSheet with(RuleSheet of, Exits exits) {
        return new RuleSheet(
                of.name(), of.about(), of.settings(), of.longs(), of.shorts(), of.size(), exits, of.warmUpBars());
    }

    private static RuleSheet withWarmUp(RuleSheet of, String bars) {
        return new RuleSheet(
                of.name(), of.about(), of.settings(), of.longs(), of.shorts(), of.size(), of.exits(), bars);
    }
}
