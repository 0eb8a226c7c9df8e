package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All shortcuts at a glance, by what they are for. */
final class ShortcutSheet {

    private static final double WIDTH = 940;
    private static final double COLUMN = 420;
    private static final int ROWS_FOR_HEADING = 2;

    private final Texts texts;
    private final Overlay overlay;
    private final Supplier<List<DeskAction>> actions;

    ShortcutSheet(Texts texts, Overlay overlay, Supplier<List<DeskAction>> actions) {
        this.texts = texts;
        this.overlay = overlay;
        this.actions = actions;
    }

    void open() {
        VBox left = new VBox();
        VBox right = new VBox();
        int leftRows = 0;
        int rightRows = 0;
        for (DeskAction.Group group : DeskAction.Group.values()) {
            List<DeskAction> ofGroup = actions.get().stream()
                    .filter(action ->
                            action.group() == group && action.shortcut().isPresent())
                    .toList();
            if (ofGroup.isEmpty()) {
                continue;
            }
            int rows = ofGroup.size() + ROWS_FOR_HEADING;
            if (leftRows <= rightRows) {
                left.getChildren().add(section(group, ofGroup));
                leftRows += rows;
            } else {
                right.getChildren().add(section(group, ofGroup));
                rightRows += rows;
            }
        }
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("shortcut-columns");
        for (VBox column : List.of(left, right)) {
            column.getStyleClass().add("shortcut-column");
            column.setPrefWidth(COLUMN);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        Label title = new Label(texts.get("shell.shortcuts.title"));
        title.getStyleClass().add("card-title");
        Label hint = new Label(texts.get("shell.shortcuts.hint"));
        hint.getStyleClass().add("muted");
        Button close = new Button(texts.get("shell.shortcuts.close"));
        close.setOnAction(done -> overlay.close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(hint, gap, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox card = new VBox(title, scroll, foot);
        card.setId("shortcut-sheet");
        card.getStyleClass().addAll("card", "shortcut-sheet");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, close, () -> {});
    }

    private Node section(DeskAction.Group group, List<DeskAction> ofGroup) {
        Label heading = new Label(texts.get("shell.group." + group.name()));
        heading.getStyleClass().add("section-title");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("shortcut-rows");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().setAll(name, keys);
        int line = 0;
        for (DeskAction action : ofGroup) {
            Label label = new Label(labelOf(action));
            label.setWrapText(true);
            KeyCombination combination = action.shortcut().orElseThrow();
            HBox caps = KeyCaps.of(combination, texts);
            caps.setMinWidth(Region.USE_PREF_SIZE);
            rows.addRow(line++, label, caps);
        }
        VBox section = new VBox(heading, rows);
        section.getStyleClass().add("shortcut-section");
        return section;
    }

    private String labelOf(DeskAction action) {
        return switch (action.scope()) {
            case WINDOW -> action.title().getValue();
            case PANEL -> action.title().getValue() + " (" + texts.get("shell.shortcuts.in-panel") + ")";
        };
    }
}
