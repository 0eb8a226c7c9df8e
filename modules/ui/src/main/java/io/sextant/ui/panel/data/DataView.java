package io.sextant.ui.panel.data;

import io.sextant.ui.i18n.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The list beside the quality of the chosen series; the sheet of an import over both; files can be dropped anywhere. */
final class DataView extends StackPane {

    private static final double WIDE = 700;

    private final SplitPane split;
    private final VBox veil = new VBox();
    private boolean arranged;

    DataView(
            Node archive,
            Node quality,
            Node intake,
            ObservableBooleanValue importing,
            Texts texts,
            Consumer<List<Path>> onDropped) {
        getStyleClass().addAll("panel", "data-panel");
        split = new SplitPane(archive, quality);
        split.getStyleClass().add("bare");
        SplitPane.setResizableWithParent(archive, false);
        intake.visibleProperty().bind(importing);
        // What is covered by the sheet must not be reached by the keyboard.
        split.disableProperty().bind(importing);
        split.visibleProperty().bind(intake.visibleProperty().not());
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("data.drop"));
        veil.setId("data-drop");
        veil.getStyleClass().addAll("drop-veil", "empty-state");
        veil.getChildren().addAll(new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN), hint);
        veil.setMouseTransparent(true);
        veil.setVisible(false);
        getChildren().addAll(split, intake, veil);
        takeDrops(onDropped);
        widthProperty().addListener(change -> arrange());
        arrange();
    }

    private void arrange() {
        Orientation wanted = getWidth() >= WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (!arranged || split.getOrientation() != wanted) {
            arranged = true;
            split.setOrientation(wanted);
            split.setDividerPositions(wanted == Orientation.HORIZONTAL ? 0.46 : 0.35);
        }
    }

    private void takeDrops(Consumer<List<Path>> onDropped) {
        addEventHandler(DragEvent.DRAG_OVER, over -> {
            if (over.getDragboard().hasFiles()) {
                over.acceptTransferModes(TransferMode.COPY);
                veil.setVisible(true);
                over.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_EXITED, left -> veil.setVisible(false));
        addEventHandler(DragEvent.DRAG_DROPPED, dropped -> {
            veil.setVisible(false);
            if (dropped.getDragboard().hasFiles()) {
                onDropped.accept(dropped.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
                dropped.setDropCompleted(true);
                dropped.consume();
            }
        });
    }
}
