package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.testing.FocusRing;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.theme.Themes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One of each kind of control that the window has, in every look: the one with the keyboard is seen to have it. */
@ExtendWith(ApplicationExtension.class)
class FocusRingTest {

    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @Test
    void whateverHasTheKeyboardShowsItInEveryLook(FxRobot robot) {
        Set<String> unseen = new TreeSet<>();
        Set<String> kinds = new HashSet<>();
        robot.interact(() -> {
            Themes themes = new Themes(Themes.Shade.DARK);
            List<Node> controls = controls();
            FlowPane all = new FlowPane(8, 8);
            all.getStyleClass().add("panel");
            all.getChildren().setAll(controls);
            Scene scene = new Scene(all, 1_200, 900);
            themes.apply(scene);
            stage.setScene(scene);
            stage.show();
            for (Themes.Shade shade : Themes.Shade.values()) {
                for (boolean contrast : new boolean[] {false, true}) {
                    for (boolean safe : new boolean[] {false, true}) {
                        themes.shadeProperty().set(shade);
                        themes.contrastProperty().set(contrast);
                        themes.safeColoursProperty().set(safe);
                        all.applyCss();
                        all.layout();
                        kinds.clear();
                        String look = shade + (contrast ? " contrast" : "") + (safe ? " safe" : "");
                        unseen.addAll(FocusRing.unseen(look, controls, kinds));
                    }
                }
            }
        });
        Pictures.take(stage, "focus");
        assertThat(unseen).isEmpty();
        List<String> wanted = new ArrayList<>();
        robot.interact(() -> controls().forEach(control -> wanted.add(FocusRing.kind(control))));
        wanted.removeAll(kinds);
        assertThat(wanted).as("not looked at").isEmpty();
    }

    /** It is drawn where nothing is moved by it. */
    @Test
    void nothingMovesWhenTheKeyboardComes(FxRobot robot) {
        List<String> moved = new ArrayList<>();
        robot.interact(() -> {
            Themes themes = new Themes(Themes.Shade.DARK);
            themes.contrastProperty().set(true);
            for (Node control : controls()) {
                HBox around = new HBox(control, new Button("beside"));
                Scene scene = new Scene(around);
                themes.apply(scene);
                stage.setScene(scene);
                stage.show();
                around.requestFocus();
                around.applyCss();
                around.layout();
                double before = ((Region) control).prefWidth(-1) + 1e4 * ((Region) control).prefHeight(-1);
                control.requestFocus();
                around.applyCss();
                around.layout();
                double after = ((Region) control).prefWidth(-1) + 1e4 * ((Region) control).prefHeight(-1);
                if (before != after) {
                    moved.add(control + ": " + before + " " + after);
                }
                themes.release(scene);
            }
        });
        assertThat(moved).isEmpty();
    }

    private static List<Node> controls() {
        List<Node> all = new ArrayList<>(List.of(
                new CheckBox("A box"),
                new RadioButton("A choice"),
                new TextField("words"),
                styled(new TextField("1"), "figure-field"),
                new PasswordField(),
                new DatePicker(),
                new Hyperlink("A link"),
                styled(new Hyperlink("A fact"), "assistant-fact"),
                new Slider(0, 1, 0.5),
                new ComboBox<>(),
                new MenuButton("A menu"),
                styled(new MenuButton("A menu"), "top-button"),
                styled(new MenuButton("A menu"), "compact")));
        ComboBox<String> typed = new ComboBox<>();
        typed.setEditable(true);
        ToggleButton chosen = new ToggleButton("Chosen");
        chosen.setSelected(true);
        ToggleButton chosenPace = styled(new ToggleButton("Chosen"), "pace-button");
        chosenPace.setSelected(true);
        CheckBox on = new CheckBox("On");
        on.setSelected(true);
        TextArea area = new TextArea("lines");
        area.setPrefSize(120, 50);
        all.addAll(List.of(styled(typed, "typed"), chosen, chosenPace, on, area));
        all.addAll(List.of(new ToggleButton("A way"), styled(new ToggleButton("A pace"), "pace-button")));
        Stream.of(
                        "",
                        "accent",
                        "flat",
                        "danger",
                        "compact",
                        "button-icon",
                        "palette-button",
                        "top-button",
                        "kill-button",
                        "send-button",
                        "review-button",
                        "corner-button",
                        "close-button",
                        "chip")
                .forEach(style -> all.add(styled(new Button("A button"), style)));
        all.add(table("table"));
        all.add(table("dense"));
        ListView<String> list = new ListView<>();
        list.getItems().add("A row");
        list.setPrefSize(120, 60);
        TitledPane titled = new TitledPane("A part", new Button("in it"));
        titled.setPrefWidth(160);
        TabPane tabs = new TabPane(new Tab("One"), new Tab("Two"));
        tabs.setPrefSize(160, 60);
        all.addAll(List.of(list, titled, tabs));
        return all;
    }

    private static TableView<String> table(String style) {
        TableView<String> table = styled(new TableView<>(), style);
        table.getColumns().add(new TableColumn<>("A column"));
        table.setPrefSize(140, 80);
        return table;
    }

    private static <T extends Node> T styled(T node, String style) {
        if (!style.isEmpty()) {
            node.getStyleClass().add(style);
        }
        if (node instanceof Labeled labeled) {
            labeled.setMinWidth(Region.USE_PREF_SIZE);
        }
        return node;
    }
}
