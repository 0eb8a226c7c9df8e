package io.sextant.ui.welcome;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.shell.SextantIcon;
import io.sextant.ui.theme.Themes;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Language, theme, persona and market on one card; language and theme act at once. Enter begins with what is chosen. */
public final class WelcomeView {

    private static final double MARK_SIZE = 52;
    private static final int COLUMNS = 2;

    private final Texts texts;
    private final Themes themes;
    private final ToggleGroup personas = new ToggleGroup();
    private final ToggleGroup beginnings = new ToggleGroup();
    private final ScrollPane view;
    private final Button begin = new Button();
    private final Label trouble = new Label();

    /** {@code offered} are the beginnings there are here, the usual one first; {@code begun} is told once. */
    public WelcomeView(Texts texts, Themes themes, List<Beginning> offered, BiConsumer<ReaderNotes, Beginning> begun) {
        this.texts = texts;
        this.themes = themes;
        begin.setId("welcome-begin");
        begin.getStyleClass().add("accent");
        begin.setDefaultButton(true);
        begin.textProperty().bind(texts.bind("welcome.begin"));
        begin.setOnAction(done -> begun.accept(notes(), (Beginning) chosen(beginnings)));
        trouble.setId("welcome-trouble");
        trouble.getStyleClass().add("keys-failed");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        HBox foot = new HBox(begin);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(head(), looks(), heading("welcome.persona"), personaGrid());
        card.getChildren().add(heading("welcome.beginning"));
        offered.forEach(one -> card.getChildren().add(beginning(one)));
        card.getChildren().addAll(trouble, foot);
        beginnings.selectToggle(beginnings.getToggles().getFirst());
        card.getStyleClass().addAll("start-card", "welcome-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.getStyleClass().add("start");
        view = new ScrollPane(middle);
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.setFocusTraversable(false);
    }

    public Parent view() {
        return view;
    }

    /** Says why it could not begin as it was chosen; empty where nothing is wrong any more. */
    public void tell(String why) {
        trouble.setText(why);
    }

    public void focusFirst() {
        begin.requestFocus();
    }

    private ReaderNotes notes() {
        return new ReaderNotes(texts.language(), themes.shadeProperty().get(), Optional.of((Persona) chosen(personas)));
    }

    private static Object chosen(ToggleGroup group) {
        return group.getSelectedToggle().getUserData();
    }

    private Node head() {
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.textProperty().bind(texts.bind("welcome.title"));
        HBox head = new HBox(SextantIcon.mark(MARK_SIZE), new VBox(title, words("welcome.text")));
        head.getStyleClass().add("welcome-head");
        return head;
    }

    private Node looks() {
        ToggleGroup languages = new ToggleGroup();
        HBox row = row(words("welcome.language"));
        for (Language language : Language.values()) {
            ToggleButton button = new ToggleButton(language.nativeName());
            button.setSelected(language == texts.language());
            row.getChildren().add(dressed(button, "language-" + language.tag(), language, languages));
        }
        follow(languages, Language.class, texts.languageProperty()::set);
        ToggleGroup shades = new ToggleGroup();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(gap, words("welcome.theme"));
        for (Themes.Shade shade : Themes.Shade.values()) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.bind("welcome.theme." + shade.name()));
            button.setSelected(shade == themes.shadeProperty().get());
            row.getChildren().add(dressed(button, "theme-" + shade.name(), shade, shades));
        }
        follow(shades, Themes.Shade.class, themes.shadeProperty()::set);
        return row;
    }

    private Node personaGrid() {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(8);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(half);
        }
        int at = 0;
        for (Persona persona : Persona.values()) {
            Label name = new Label();
            name.textProperty().bind(texts.bind("shell.persona." + persona.name()));
            name.getStyleClass().add("choice-name");
            Label text = words("welcome.persona." + persona.name() + ".text");
            text.getStyleClass().add("choice-text");
            ToggleButton choice = new ToggleButton();
            choice.setGraphic(new VBox(name, text));
            choice.accessibleTextProperty()
                    .bind(name.textProperty().concat(". ").concat(text.textProperty()));
            choice.getStyleClass().add("welcome-choice");
            choice.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            grid.add(dressed(choice, "persona-" + persona.label(), persona, personas), at % COLUMNS, at / COLUMNS);
            at++;
        }
        personas.selectToggle(personas.getToggles().getFirst());
        follow(personas, Persona.class, unused -> {});
        return grid;
    }

    private Node beginning(Beginning one) {
        RadioButton choice = new RadioButton();
        choice.textProperty().bind(texts.bind("welcome.beginning." + one.name()));
        choice.setId("welcome-beginning-" + one.name());
        choice.setUserData(one);
        choice.setToggleGroup(beginnings);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        Label text = words("welcome.beginning." + one.name() + ".text");
        text.getStyleClass().add("muted");
        text.setLabelFor(choice);
        HBox.setHgrow(text, Priority.ALWAYS);
        return row(choice, text);
    }

    private Label heading(String key) {
        Label heading = words(key);
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private Label words(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.setWrapText(true);
        return label;
    }

    private static ToggleButton dressed(ToggleButton button, String name, Object meaning, ToggleGroup group) {
        button.setId("welcome-" + name);
        button.setUserData(meaning);
        button.setToggleGroup(group);
        return button;
    }

    /** A second click on what is chosen must not leave nothing chosen. */
    private static <T> void follow(ToggleGroup group, Class<T> type, Consumer<T> chosen) {
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chosen.accept(type.cast(now.getUserData()));
            }
        });
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("welcome-row");
        return row;
    }
}
