package io.sextant.ui.panel.lab.rules;

import io.sextant.ui.i18n.Texts;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Which rules are open, and what can be done with them. */
final class RulesBar extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final RulesModel model;
    private final Texts texts;
    private final MenuButton open = new MenuButton();

    RulesBar(RulesModel model, Texts texts, RulesPane.Wishes wishes) {
        this.model = model;
        this.texts = texts;
        open.setId("rules-open");
        open.getStyleClass().add("compact");
        open.textProperty().bind(texts.bind("rules.open"));
        model.files.addListener((ListChangeListener<String>) change -> offer(wishes));
        offer(wishes);
        Button save = button("save", wishes.save());
        Button saveAndRun = button("save-and-run", wishes.saveAndRun());
        saveAndRun.getStyleClass().add("accent");
        Button undo = button("undo", wishes.undo());
        undo.setTooltip(new Tooltip(UNDO.getDisplayText()));
        save.setTooltip(new Tooltip(SAVE.getDisplayText()));
        undo.disableProperty().bind(model.canUndo().not());
        Runnable allow = () -> {
            save.setDisable(!model.canSave());
            saveAndRun.setDisable(!model.canSave());
        };
        model.check.addListener(change -> allow.run());
        allow.run();
        Label which = new Label();
        which.setId("rules-which");
        which.getStyleClass().add("muted");
        FlowPane bar = new FlowPane(button("new", wishes.fresh()), open, undo, save, saveAndRun, which);
        bar.getStyleClass().add("wrap-bar");
        Label notice = new Label();
        notice.setId("rules-notice");
        notice.setWrapText(true);
        notice.setMinHeight(USE_PREF_SIZE);
        notice.getStyleClass().add("options-about");
        notice.textProperty().bind(model.notice);
        notice.managedProperty().bind(model.notice.isNotEmpty());
        notice.visibleProperty().bind(model.notice.isNotEmpty());
        model.refused.addListener((property, before, now) -> notice.pseudoClassStateChanged(DANGER, now));
        getChildren().addAll(bar, notice);
        Runnable tell = () -> which.setText(name(model.file.get()));
        model.file.addListener(change -> tell.run());
        texts.figuresProperty().addListener(change -> tell.run());
        tell.run();
    }

    private String name(Optional<String> file) {
        return file.orElseGet(() -> texts.get("rules.not-saved"));
    }

    private void offer(RulesPane.Wishes wishes) {
        open.getItems()
                .setAll(model.files.stream().map(file -> item(file, wishes)).toList());
        open.setDisable(model.files.isEmpty());
    }

    private static MenuItem item(String file, RulesPane.Wishes wishes) {
        MenuItem item = new MenuItem(file);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> wishes.open().accept(file));
        return item;
    }

    private Button button(String name, Runnable pressed) {
        Button button = new Button();
        button.setId("rules-" + name);
        button.getStyleClass().add("compact");
        button.textProperty().bind(texts.bind("rules." + name));
        button.setOnAction(event -> pressed.run());
        return button;
    }
}
