package io.sextant.ui.panel.ticket;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.ThemedPopOver;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** The preset sizes to be changed on the spot: Enter keeps them when all can be read, Escape leaves them as they are. */
final class PresetEditor {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double FIELD_WIDTH = 110;

    private record Line(ComboBox<SizeMode> mode, TextField amount) {}

    private final SizePresets presets;
    private final Texts texts;
    private final List<Line> lines = new ArrayList<>();
    private final ThemedPopOver popOver;

    PresetEditor(SizePresets presets, Texts texts) {
        this.presets = presets;
        this.texts = texts;
        popOver = new ThemedPopOver(content(), PopOver.ArrowLocation.RIGHT_TOP);
    }

    void open(Node beside) {
        for (int i = 0; i < lines.size(); i++) {
            SizePreset preset = presets.all().get().get(i);
            lines.get(i).mode().setValue(preset.mode());
            lines.get(i).amount().setText(Typed.text(preset.amount(), texts.language()));
            lines.get(i).amount().pseudoClassStateChanged(WRONG, false);
        }
        popOver.show(beside);
        lines.getFirst().amount().requestFocus();
    }

    void close() {
        popOver.hide();
    }

    private VBox content() {
        Label title = new Label();
        title.textProperty().bind(texts.bind("ticket.presets.edit"));
        title.getStyleClass().add("popover-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("exits-grid");
        for (int i = 0; i < SizePresets.COUNT; i++) {
            Line line = line(i + 1);
            lines.add(line);
            grid.addRow(i, new Label("Alt+" + (i + 1)), line.amount(), line.mode());
        }
        Button keep = new Button();
        keep.setId("ticket-presets-keep");
        keep.textProperty().bind(texts.bind("ticket.presets.keep"));
        keep.getStyleClass().add("accent");
        keep.setOnAction(pressed -> keep());
        HBox buttons = new HBox(keep);
        buttons.getStyleClass().add("popover-buttons");
        VBox content = new VBox(title, grid, buttons);
        content.setId("ticket-presets");
        content.getStyleClass().addAll("panel", "popover-content", "wide");
        content.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                close();
                pressed.consume();
            }
        });
        return content;
    }

    private Line line(int number) {
        TextField amount = new TextField();
        amount.setId("ticket-preset-amount-" + number);
        amount.setPrefWidth(FIELD_WIDTH);
        amount.getStyleClass().add("figure-field");
        amount.accessibleTextProperty().bind(texts.bind("ticket.preset.amount", String.valueOf(number)));
        amount.setOnAction(entered -> keep());
        ComboBox<SizeMode> mode = new ComboBox<>();
        mode.setId("ticket-preset-mode-" + number);
        mode.getItems().setAll(SizeMode.values());
        mode.accessibleTextProperty().bind(texts.bind("ticket.preset.mode", String.valueOf(number)));
        SpokenCell.in(mode, choice -> texts.bind("ticket.mode." + choice.name()));
        return new Line(mode, amount);
    }

    private void keep() {
        List<SizePreset> read = new ArrayList<>();
        for (Line line : lines) {
            Optional<BigDecimal> amount = Typed.number(line.amount().getText(), texts.figures())
                    .filter(number -> SizePreset.fits(line.mode().getValue(), number));
            line.amount().pseudoClassStateChanged(WRONG, amount.isEmpty());
            amount.ifPresent(number -> read.add(new SizePreset(line.mode().getValue(), number)));
        }
        if (read.size() == SizePresets.COUNT) {
            presets.set(read);
            close();
        }
    }
}
