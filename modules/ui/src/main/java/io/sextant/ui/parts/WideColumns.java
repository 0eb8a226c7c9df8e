package io.sextant.ui.parts;

import javafx.scene.control.TableView;

/** Columns that share all room there is; where there is too little for them, the table scrolls instead. */
public final class WideColumns {

    private WideColumns() {}

    /** From {@code width} on the columns fill the table. */
    public static void fillFrom(double width, TableView<?> table) {
        table.widthProperty().addListener(change -> arrange(width, table));
        arrange(width, table);
    }

    private static void arrange(double width, TableView<?> table) {
        table.setColumnResizePolicy(
                table.getWidth() >= width
                        ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }
}
