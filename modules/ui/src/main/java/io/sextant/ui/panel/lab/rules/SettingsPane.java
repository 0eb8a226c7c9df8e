package io.sextant.ui.panel.lab.rules;

import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleSheet.Setting;
import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The numbers of rules that a sweep can search, each with its range. */
final class SettingsPane extends VBox {

    private static final double GAP = 4;
    private static final int COLUMNS = 6;

    private final RulesModel model;
    private final Texts texts;

    SettingsPane(RulesModel model, Texts texts) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        Label title = new Label();
        title.getStyleClass().add("verdict-title");
        title.textProperty().bind(texts.bind("rules.settings"));
        getChildren().add(title);
        for (int i = 0; i < model.now().settings().size(); i++) {
            getChildren().addAll(row(i), new TroubleLabel(model, texts, "settings." + i));
        }
        Button add = new Button();
        add.setId("rules-settings-add");
        add.getStyleClass().addAll("flat", "compact");
        add.textProperty().bind(texts.bind("rules.add.setting"));
        add.setOnAction(pressed -> {
            List<Setting> all = new ArrayList<>(model.now().settings());
            all.add(new Setting("n" + (all.size() + 1), "20", "5", "100", "5", true));
            model.reshaped(now -> with(now, all));
        });
        getChildren().add(add);
    }

    private Node row(int at) {
        Setting one = model.now().settings().get(at);
        CheckBox whole = new CheckBox();
        whole.setId(id(at, "whole"));
        whole.textProperty().bind(texts.bind("rules.setting.whole"));
        whole.setSelected(one.whole());
        whole.selectedProperty()
                .addListener((property, before, now) -> edit(
                        at, "whole", of -> new Setting(of.name(), of.usual(), of.from(), of.to(), of.step(), now)));
        Button remove = new Button();
        remove.setId(id(at, "remove"));
        remove.getStyleClass().addAll("flat", "compact");
        remove.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        remove.accessibleTextProperty().bind(texts.bind("rules.remove"));
        remove.setOnAction(pressed -> {
            List<Setting> all = new ArrayList<>(model.now().settings());
            all.remove(at);
            model.reshaped(now -> with(now, all));
        });
        FlowPane row = new FlowPane(
                GAP,
                GAP,
                field(
                        at,
                        "name",
                        one.name(),
                        (of, text) -> new Setting(text, of.usual(), of.from(), of.to(), of.step(), of.whole())),
                field(
                        at,
                        "usual",
                        one.usual(),
                        (of, text) -> new Setting(of.name(), text, of.from(), of.to(), of.step(), of.whole())),
                field(
                        at,
                        "from",
                        one.from(),
                        (of, text) -> new Setting(of.name(), of.usual(), text, of.to(), of.step(), of.whole())),
                field(
                        at,
                        "to",
                        one.to(),
                        (of, text) -> new Setting(of.name(), of.usual(), of.from(), text, of.step(), of.whole())),
                field(
                        at,
                        "step",
                        one.step(),
                        (of, text) -> new Setting(of.name(), of.usual(), of.from(), of.to(), text, of.whole())),
                whole,
                remove);
        row.setRowValignment(VPos.BOTTOM);
        return row;
    }

    private static String id(int at, String field) {
        return "rules-settings-" + at + "-" + field;
    }

    private Node field(int at, String name, String stands, BiFunction<Setting, String, Setting> how) {
        TextField field = new TextField(stands);
        field.setId(id(at, name));
        field.setPrefColumnCount(COLUMNS);
        Label title = new Label();
        title.getStyleClass().add("muted");
        title.textProperty().bind(texts.bind("rules.setting." + name));
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(title.textProperty());
        field.textProperty().addListener((property, before, now) -> edit(at, name, of -> how.apply(of, now)));
        return new VBox(title, field);
    }

    private void edit(int at, String field, Function<Setting, Setting> how) {
        List<Setting> all = new ArrayList<>(model.now().settings());
        all.set(at, how.apply(all.get(at)));
        model.typed(id(at, field), now -> with(now, all));
    }

    private static RuleSheet with(RuleSheet of, List<Setting> settings) {
        return new RuleSheet(
                of.name(), of.about(), settings, of.longs(), of.shorts(), of.size(), of.exits(), of.warmUpBars());
    }
}
