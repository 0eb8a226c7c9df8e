package io.sextant.ui.panel.lab.rules;

import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleLine.Compared;
import io.sextant.domain.rules.RuleLine.Group;
import io.sextant.domain.rules.RuleLine.InRegime;
import io.sextant.domain.rules.RuleLine.Relation;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Conditions below one another, and groups of them one step further in. */
final class LinesPane extends VBox {

    private static final double GAP = 4;

    private final RulesModel model;
    private final Texts texts;
    private final RuleWords words;
    private final String place;
    private final int depth;
    private final Supplier<List<RuleLine>> lines;
    private final Lines put;

    /** Puts other lines in the place of these. */
    interface Lines {

        /** @param typedIn the field that shows the change already; empty where lines came or went, so that the rows are made anew */
        void put(List<RuleLine> lines, String typedIn);
    }

    /** @param place by which its troubles are told and its fields are called */
    LinesPane(RulesModel model, Texts texts, String place, int depth, Supplier<List<RuleLine>> lines, Lines put) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        words = new RuleWords(texts);
        this.place = place;
        this.depth = depth;
        this.lines = lines;
        this.put = put;
        setId(id(place));
        for (int i = 0; i < lines.get().size(); i++) {
            getChildren().add(row(i));
        }
        getChildren().add(adding());
    }

    static String id(String place) {
        return "rules-" + place.replace('.', '-');
    }

    private void replace(int at, RuleLine line, String typedIn) {
        List<RuleLine> all = new ArrayList<>(lines.get());
        all.set(at, line);
        put.put(all, typedIn);
    }

    private void remove(int at) {
        List<RuleLine> all = new ArrayList<>(lines.get());
        all.remove(at);
        put.put(all, "");
    }

    private void add(RuleLine line) {
        List<RuleLine> all = new ArrayList<>(lines.get());
        all.add(line);
        put.put(all, "");
    }

    private Node row(int at) {
        String own = place + "." + at;
        VBox row = new VBox(GAP);
        switch (lines.get().get(at)) {
            case Compared one -> row.getChildren().add(new HBox(GAP, fields(at, own, one), remove(at, own)));
            case InRegime one -> row.getChildren().add(new HBox(GAP, regime(at, own, one), remove(at, own)));
            case Group group -> {
                row.getChildren().add(new HBox(GAP, how(at, own, group), remove(at, own)));
                LinesPane below = new LinesPane(
                        model,
                        texts,
                        own,
                        depth + 1,
                        () -> group(at).lines(),
                        (all, typedIn) -> replace(at, new Group(group(at).any(), all), typedIn));
                below.getStyleClass().add("rules-group");
                row.getChildren().add(below);
            }
        }
        row.getChildren().add(new TroubleLabel(model, texts, own));
        return row;
    }

    private Group group(int at) {
        return (Group) lines.get().get(at);
    }

    private Node fields(int at, String own, Compared one) {
        ComboBox<Relation> relation = new ComboBox<>();
        relation.setId(id(own) + "-relation");
        relation.getItems().setAll(Relation.values());
        relation.setValue(one.relation());
        SpokenCell.in(
                relation, each -> Bindings.createStringBinding(() -> words.relation(each), texts.figuresProperty()));
        relation.accessibleTextProperty().bind(texts.bind("rules.relation"));
        ValueBox left = new ValueBox(
                id(own) + "-left",
                model,
                texts,
                one.left(),
                text -> edit(at, "left", now -> new Compared(text, now.relation(), now.right())));
        ValueBox right = new ValueBox(
                id(own) + "-right",
                model,
                texts,
                one.right(),
                text -> edit(at, "right", now -> new Compared(now.left(), now.relation(), text)));
        relation.valueProperty()
                .addListener((property, before, now) ->
                        edit(at, "relation", stands -> new Compared(stands.left(), now, stands.right())));
        relation.setMinWidth(USE_PREF_SIZE);
        HBox fields = new HBox(GAP, left, relation, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox.setHgrow(fields, Priority.ALWAYS);
        return fields;
    }

    private void edit(int at, String field, Function<Compared, RuleLine> how) {
        if (at < lines.get().size() && lines.get().get(at) instanceof Compared stands) {
            replace(at, how.apply(stands), place + "." + at + "." + field);
        }
    }

    private Node regime(int at, String own, InRegime one) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("rules.regime"));
        ComboBox<Boolean> is = choice(
                id(own) + "-is",
                List.of(true, false),
                one.isIn(),
                each -> texts.get(each ? "rules.regime.is" : "rules.regime.is-not"));
        ComboBox<RegimeName> name =
                choice(id(own) + "-regime", List.of(RegimeName.values()), one.regime(), words::regime);
        is.accessibleTextProperty().bind(texts.bind("rules.regime"));
        name.accessibleTextProperty().bind(texts.bind("rules.regime"));
        Consumer<Object> take = chosen -> replace(at, new InRegime(name.getValue(), is.getValue()), own);
        is.valueProperty().addListener((property, before, now) -> take.accept(now));
        name.valueProperty().addListener((property, before, now) -> take.accept(now));
        HBox fields = new HBox(GAP, title, is, name);
        fields.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(fields, Priority.ALWAYS);
        return fields;
    }

    private Node how(int at, String own, Group group) {
        ComboBox<Boolean> any = choice(
                id(own) + "-how",
                List.of(true, false),
                group.any(),
                each -> texts.get(each ? "rules.group.any" : "rules.group.all"));
        any.accessibleTextProperty().bind(texts.bind("rules.group"));
        any.valueProperty()
                .addListener((property, before, now) ->
                        replace(at, new Group(now, group(at).lines()), own));
        HBox.setHgrow(any, Priority.ALWAYS);
        return any;
    }

    private <T> ComboBox<T> choice(String id, List<T> all, T now, Function<T, String> said) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setValue(now);
        SpokenCell.in(box, each -> Bindings.createStringBinding(() -> said.apply(each), texts.figuresProperty()));
        return box;
    }

    private Button remove(int at, String own) {
        Button button = new Button();
        button.setId(id(own) + "-remove");
        button.getStyleClass().addAll("flat", "compact");
        button.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        button.setMinWidth(USE_PREF_SIZE);
        button.accessibleTextProperty().bind(texts.bind("rules.remove"));
        button.setOnAction(pressed -> remove(at));
        return button;
    }

    private FlowPane adding() {
        FlowPane bar = new FlowPane(GAP, GAP);
        bar.getChildren()
                .addAll(
                        adds("condition", () -> new Compared("", Relation.MORE, "")),
                        adds("regime", () -> new InRegime(RegimeName.RANGE, true)));
        if (depth < RulesModel.DEEPEST) {
            bar.getChildren().add(adds("group", () -> new Group(true, List.of(new Compared("", Relation.MORE, "")))));
        }
        return bar;
    }

    private Button adds(String what, Supplier<RuleLine> fresh) {
        Button button = new Button();
        button.setId(id(place) + "-add-" + what);
        button.getStyleClass().addAll("flat", "compact");
        button.textProperty().bind(texts.bind("rules.add." + what));
        button.setOnAction(pressed -> add(fresh.get()));
        return button;
    }
}
