package io.sextant.ui.panel.chart.moment;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.ShortcutEcho;
import io.sextant.ui.parts.ThemedPopOver;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Asks for one line of text beside a button: Enter takes it when it will do, Escape leaves. */
public final class FieldPopOver {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final ShortcutEcho echo = new ShortcutEcho(field);
    private final VBox content = new VBox();

    /** The texts are {@code chartpanel.} and {@code name}, and the same with {@code .hint}. */
    public FieldPopOver(String name, String id, Texts texts) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("chartpanel." + name));
        title.getStyleClass().add("popover-title");
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("chartpanel." + name + ".hint"));
        hint.getStyleClass().add("field-title");
        field.setId(id);
        field.accessibleTextProperty().bind(title.textProperty());
        content.getStyleClass().addAll("panel", "popover-content");
        content.getChildren().setAll(title, field, hint);
    }

    /** {@code taker} says whether the text would do; then the field goes. */
    public void ask(Node beside, String text, Predicate<String> taker) {
        ThemedPopOver popOver = new ThemedPopOver(content, PopOver.ArrowLocation.TOP_RIGHT);
        content.pseudoClassStateChanged(WRONG, false);
        echo.opening();
        field.setText(text);
        field.setOnAction(entered -> {
            boolean taken = taker.test(field.getText());
            content.pseudoClassStateChanged(WRONG, !taken);
            if (taken) {
                popOver.hide();
            }
        });
        popOver.show(beside);
        field.requestFocus();
        field.selectAll();
    }
}
