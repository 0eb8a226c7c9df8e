package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What the tab of a panel offers to do with it. */
final class PanelMenu {

    private PanelMenu() {}

    static ContextMenu of(String panelId, Texts texts, Docking docking) {
        return new ContextMenu(
                item(texts, "float", () -> docking.tearOff(panelId)),
                item(texts, "split-right", () -> docking.split(panelId, Orientation.HORIZONTAL)),
                item(texts, "split-down", () -> docking.split(panelId, Orientation.VERTICAL)),
                item(texts, "next-group", () -> docking.moveToNextGroup(panelId)),
                item(texts, "close", () -> docking.close(panelId)));
    }

    private static MenuItem item(Texts texts, String name, Runnable change) {
        MenuItem item = new MenuItem(texts.get("shell.panel.menu." + name));
        item.setOnAction(done -> change.run());
        return item;
    }
}
