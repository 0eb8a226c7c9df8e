package io.sextant.ui.panel.chart;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.signal.LinkColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** What is done with a chart now and then: replay, going to a moment, the picture, templates, its group and its instrument. */
final class MoreMenu extends MenuButton {

    private static final double DOT_RADIUS = 5;

    private final Texts texts;
    private final Menu templates = new Menu();
    private final MenuItem saveTemplate = new MenuItem();
    private final Menu removeTemplate = new Menu();

    MoreMenu(Texts texts, ObjectProperty<LinkColour> link, BooleanProperty pinned) {
        this.texts = texts;
        setId("chart-more");
        setGraphic(new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
        templates.setId("chart-templates");
        templates.textProperty().bind(texts.bind("chartpanel.templates"));
        saveTemplate.setId("chart-template-save");
        saveTemplate.textProperty().bind(texts.bind("chartpanel.template.save"));
        removeTemplate.setId("chart-template-remove");
        removeTemplate.textProperty().bind(texts.bind("chartpanel.template.remove"));
        CheckMenuItem pin = new CheckMenuItem();
        pin.setId("chart-pin");
        pin.textProperty().bind(texts.bind("chartpanel.pin"));
        pin.selectedProperty().bindBidirectional(pinned);
        getItems().addAll(templates, linkMenu(link), pin, new SeparatorMenuItem());
    }

    /** Adds an entry; its words are {@code chartpanel.} and {@code name}. */
    void add(String name, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId("chart-" + name);
        item.textProperty().bind(texts.bind("chartpanel." + name));
        item.setOnAction(chosen -> action.run());
        getItems().add(item);
    }

    /** Lists the templates that there are whenever the menu opens. */
    void templates(Supplier<List<String>> names, Consumer<String> apply, Consumer<String> remove, Runnable save) {
        saveTemplate.setOnAction(chosen -> save.run());
        Runnable list = () -> {
            List<MenuItem> items = new ArrayList<>(List.of(saveTemplate));
            List<String> known = names.get();
            removeTemplate
                    .getItems()
                    .setAll(known.stream()
                            .map(name -> item("remove-", name, remove))
                            .toList());
            if (!known.isEmpty()) {
                items.add(new SeparatorMenuItem());
                known.forEach(name -> items.add(item("", name, apply)));
                items.add(new SeparatorMenuItem());
                items.add(removeTemplate);
            }
            templates.getItems().setAll(items);
        };
        setOnShowing(showing -> list.run());
        list.run();
    }

    private static MenuItem item(String prefix, String name, Consumer<String> action) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setId("chart-template-" + prefix + name);
        item.setOnAction(chosen -> action.accept(name));
        return item;
    }

    private Menu linkMenu(ObjectProperty<LinkColour> link) {
        Menu menu = new Menu();
        menu.setId("chart-link");
        menu.textProperty().bind(texts.bind("chartpanel.link"));
        ToggleGroup group = new ToggleGroup();
        for (LinkColour colour : LinkColour.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("chart-link-" + colour.name().toLowerCase(Locale.ROOT));
            item.textProperty().bind(texts.bind("chartpanel.link." + colour.name()));
            item.setGraphic(new Circle(DOT_RADIUS, Color.web(colour.web())));
            item.setToggleGroup(group);
            item.setSelected(link.get() == colour);
            item.setOnAction(chosen -> link.set(colour));
            link.addListener((property, before, now) -> item.setSelected(now == colour));
            menu.getItems().add(item);
        }
        return menu;
    }
}
