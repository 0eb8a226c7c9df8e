package io.sextant.ui.shell;

import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.theme.Themes;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The slim bar above the panels: name, mode, palette, pace, and the switches of appearance. */
final class TopBar {

    private static final int ICON_SIZE = 17;
    private static final double LOGO_SIZE = 20;

    private final DeskContext context;
    private final ActionKeys actions;
    private final HBox bar = new HBox();

    TopBar(
            DeskContext context,
            ActionKeys actions,
            ObservableValue<DeskState> desk,
            MarketPace pace,
            DeskSwitch desks,
            Supplier<List<Panel>> panels) {
        this.context = context;
        this.actions = actions;
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setFillHeight(false);
        bar.getChildren()
                .setAll(
                        name(),
                        new ModeBadge(context.texts(), desk).choosing(desks).view(),
                        new EngineSign(context.texts(), context.engine().linkProperty())
                                .choosing(sign -> choose(sign, desks, desk))
                                .view(),
                        gap(),
                        paletteButton(),
                        gap(),
                        new PaceControl(context.texts(), pace, desk).view(),
                        panelsMenu(panels),
                        themeButton(),
                        languageMenu(),
                        helpMenu());
    }

    Node view() {
        return bar;
    }

    private static void choose(Node sign, DeskSwitch desks, ObservableValue<DeskState> desk) {
        if (desks.hasServers()) {
            desks.showServers();
        } else {
            desks.showMenu(sign, desk.getValue().mode());
        }
    }

    private Node name() {
        Label name = new Label();
        name.textProperty().bind(context.texts().bind("shell.app.name"));
        name.setGraphic(SextantIcon.mark(LOGO_SIZE));
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private Node paletteButton() {
        Button button = new Button();
        button.setId("topbar-palette");
        button.textProperty().bind(context.texts().bind("shell.palette.button"));
        button.setGraphic(FontIcon.of(MaterialDesignM.MAGNIFY, ICON_SIZE));
        button.getStyleClass().add("palette-button");
        button.setOnAction(done -> actions.getAction(ShellActions.PALETTE).run());
        button.setMinWidth(120);
        HBox.setHgrow(button, Priority.SOMETIMES);
        return button;
    }

    private Node panelsMenu(Supplier<List<Panel>> panels) {
        MenuButton menu = new MenuButton();
        menu.setId("topbar-panels");
        menu.setOnShowing(showing -> menu.getItems()
                .setAll(panels.get().stream().map(this::panelItem).toList()));
        // A menu without items does not open at all.
        menu.getItems().setAll(new MenuItem());
        dress(menu, MaterialDesignV.VIEW_DASHBOARD_OUTLINE, "shell.topbar.panels");
        return menu;
    }

    private MenuItem panelItem(Panel panel) {
        MenuItem item = new MenuItem(panel.title().getValue(), FontIcon.of(panel.icon(), ICON_SIZE));
        item.setOnAction(done -> context.desk().showPanel(panel.id()));
        DeskAction show = actions.getAction(ShellActions.showPanel(panel.id()));
        show.shortcut().ifPresent(item::setAccelerator);
        return item;
    }

    private Node themeButton() {
        Button button = iconButton(
                "topbar-theme", MaterialDesignW.WEATHER_NIGHT, "shell.topbar.theme", ShellActions.TOGGLE_THEME);
        FontIcon icon = (FontIcon) button.getGraphic();
        icon.iconCodeProperty()
                .bind(Bindings.createObjectBinding(
                        () -> switch (context.themes().shadeProperty().get()) {
                            case DARK -> MaterialDesignW.WEATHER_SUNNY;
                            case LIGHT -> MaterialDesignW.WEATHER_NIGHT;
                        },
                        context.themes().shadeProperty()));
        return button;
    }

    private Node languageMenu() {
        Texts texts = context.texts();
        MenuButton menu = new MenuButton();
        menu.setId("topbar-language");
        menu.getStyleClass().addAll("top-button", "language-button");
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.language().tag().toUpperCase(java.util.Locale.ROOT), texts.languageProperty()));
        for (Language language : Language.values()) {
            MenuItem item = new MenuItem(language.nativeName());
            item.setOnAction(done -> texts.languageProperty().set(language));
            menu.getItems().add(item);
        }
        hint(menu, "shell.topbar.language");
        return menu;
    }

    private Node helpMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("topbar-help");
        for (String actionId : List.of(ShellActions.SHORTCUTS, ShellActions.TOUR)) {
            DeskAction action = actions.getAction(actionId);
            MenuItem item = new MenuItem();
            item.setId("help-" + actionId.substring(actionId.indexOf('.') + 1));
            item.textProperty().bind(action.title());
            item.setOnAction(done -> action.run());
            action.shortcut().ifPresent(item::setAccelerator);
            menu.getItems().add(item);
        }
        dress(menu, MaterialDesignH.HELP_CIRCLE_OUTLINE, "shell.topbar.help");
        return menu;
    }

    private Button iconButton(String id, Ikon icon, String hintKey, String actionId) {
        Button button = new Button();
        button.setId(id);
        button.setOnAction(done -> actions.getAction(actionId).run());
        dress(button, icon, hintKey);
        return button;
    }

    private void dress(ButtonBase button, Ikon icon, String hintKey) {
        button.setGraphic(FontIcon.of(icon, ICON_SIZE));
        button.getStyleClass().add("top-button");
        hint(button, hintKey);
    }

    private void hint(ButtonBase button, String hintKey) {
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(context.texts().bind(hintKey));
        button.setTooltip(hint);
        button.accessibleTextProperty().bind(hint.textProperty());
        button.setFocusTraversable(false);
    }

    private static Node gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static Themes.Shade other(Themes.Shade shade) {
        return switch (shade) {
            case LIGHT -> Themes.Shade.DARK;
            case DARK -> Themes.Shade.LIGHT;
        };
    }
}
