package io.sextant.ui.panel.chart.drawing;

import io.sextant.ui.chart.drawing.DrawingTool;
import io.sextant.ui.i18n.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The drawing tools, each with its key; the button shows the one in the hand. */
public final class ToolMenu extends MenuButton {

    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");

    private final ObjectProperty<Optional<DrawingTool>> tool;

    public ToolMenu(Texts texts, ObjectProperty<Optional<DrawingTool>> tool) {
        this.tool = tool;
        setId("chart-draw");
        for (DrawingTool each : DrawingTool.values()) {
            MenuItem item = new MenuItem();
            item.setId("chart-draw-" + each.name().toLowerCase(Locale.ROOT));
            item.textProperty().bind(texts.bind("chartdraw.tool." + each.name()));
            item.setGraphic(new FontIcon(icon(each)));
            item.setAccelerator(KeyCombination.valueOf(keyOf(each)));
            item.setOnAction(pressed -> tool.set(Optional.of(each)));
            getItems().add(item);
        }
        tool.addListener(change -> showTool());
        showTool();
    }

    /** The key that takes a tool while the keyboard is in the chart. */
    public static String keyOf(DrawingTool tool) {
        return switch (tool) {
            case TREND_LINE -> "Alt+T";
            case HORIZONTAL_LINE -> "Alt+H";
            case RECTANGLE -> "Alt+R";
            case FIBONACCI -> "Alt+F";
            case TEXT -> "Alt+X";
            case MEASURE -> "Alt+M";
        };
    }

    private void showTool() {
        setGraphic(new FontIcon(tool.get().map(ToolMenu::icon).orElse(MaterialDesignP.PENCIL_OUTLINE)));
        pseudoClassStateChanged(IN_HAND, tool.get().isPresent());
    }

    private static Ikon icon(DrawingTool tool) {
        return switch (tool) {
            case TREND_LINE -> MaterialDesignV.VECTOR_LINE;
            case HORIZONTAL_LINE -> MaterialDesignM.MINUS;
            case RECTANGLE -> MaterialDesignR.RECTANGLE_OUTLINE;
            case FIBONACCI -> MaterialDesignF.FORMAT_LINE_SPACING;
            case TEXT -> MaterialDesignF.FORMAT_TEXT;
            case MEASURE -> MaterialDesignR.RULER;
        };
    }
}
