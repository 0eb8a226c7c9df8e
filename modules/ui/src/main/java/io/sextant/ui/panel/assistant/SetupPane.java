package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews.Fetching;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.SpokenCell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Language, voice and microphone; and the model, with what to do where there is none. */
final class SetupPane extends VBox {

    private static final double DEVICE_WIDTH = 210;
    private static final double WORD_WIDTH = 130;

    private final AssistantModel model;
    private final Texts texts;
    private final Supplier<AssistantDesk> desk;
    private boolean filling;

    /** What a person can ask for that needs a dialog of the system. */
    record Picking(Runnable zip, Runnable folder) {}

    SetupPane(AssistantModel model, Texts texts, Supplier<AssistantDesk> desk, Picking picking) {
        this.model = model;
        this.texts = texts;
        this.desk = desk;
        ToggleButton more = new ToggleButton();
        more.setId("assistant-more");
        more.getStyleClass().add("compact");
        more.setMinWidth(USE_PREF_SIZE);
        more.textProperty().bind(texts.bind("assistant.more"));
        ExtrasPane extras = new ExtrasPane(model, texts);
        extras.visibleProperty().bind(more.selectedProperty());
        extras.managedProperty().bind(more.selectedProperty());
        FlowPane choices = new FlowPane(language(), spoken(), device(), wake(), briefing(), more);
        choices.getStyleClass().add("wrap-bar");
        choices.setRowValignment(javafx.geometry.VPos.CENTER);
        choices.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(choices, extras, state(picking), fetching());
        setMinHeight(USE_PREF_SIZE);
    }

    private Node language() {
        ObjectProperty<Language> chosen =
                new SimpleObjectProperty<>(model.wishes.get().language());
        model.wishes.addListener((property, before, now) -> chosen.set(now.language()));
        chosen.addListener((property, before, now) -> wish(model.wishes.get().with(now)));
        return new Segments<>(
                "assistant-language",
                List.of(Language.values()),
                chosen,
                language -> new SimpleStringProperty(language.nativeName()));
    }

    private MenuButton briefing() {
        MenuButton menu = new MenuButton();
        menu.setId("assistant-briefing");
        menu.getStyleClass().add("compact");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.textProperty().bind(texts.bind("assistant.briefing"));
        menu.getItems().addAll(briefing("daily", false), briefing("weekly", true));
        return menu;
    }

    private MenuItem briefing(String name, boolean weekly) {
        MenuItem item = new MenuItem();
        item.setId("assistant-briefing-" + name);
        item.textProperty().bind(texts.bind("assistant.briefing." + name));
        item.setOnAction(chosen -> desk.get().brief(weekly));
        return item;
    }

    private CheckBox spoken() {
        CheckBox box = box("assistant-spoken", texts.bind("assistant.spoken"));
        box.setSelected(model.wishes.get().spoken());
        box.selectedProperty()
                .addListener((property, before, now) -> wish(model.wishes.get().withSpoken(now)));
        box.disableProperty().bind(model.standing.map(known -> !known.speaks()));
        return box;
    }

    /** Off unless somebody switches it on: with it the microphone stays open. */
    private Node wake() {
        CheckBox box = box("assistant-wake", texts.bind("assistant.wake"));
        box.setSelected(model.wishes.get().wakeWord());
        box.selectedProperty()
                .addListener((property, before, now) -> wish(model.wishes.get().withWakeWord(now)));
        ComboBox<String> word = new ComboBox<>(model.wakeWords);
        word.setId("assistant-wake-word");
        word.getStyleClass().add("compact");
        word.setEditable(true);
        word.setPrefWidth(WORD_WIDTH);
        word.accessibleTextProperty().bind(texts.bind("assistant.wake.word"));
        word.getEditor().accessibleTextProperty().bind(texts.bind("assistant.wake.word"));
        word.setTooltip(new Tooltip());
        word.getTooltip().textProperty().bind(texts.bind("assistant.wake.help"));
        model.wishes.addListener((property, before, now) -> put(word));
        model.standing.addListener((property, before, now) -> put(word));
        put(word);
        word.valueProperty().addListener((property, before, now) -> choose(now));
        word.getEditor().focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                choose(word.getEditor().getText());
                put(word);
            }
        });
        box.disableProperty().bind(model.standing.map(SetupPane::isDeaf));
        word.disableProperty().bind(model.standing.map(SetupPane::isDeaf));
        HBox both = new HBox(6, box, word);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static boolean isDeaf(Standing known) {
        return known.state() != ModelState.READY || known.devices().isEmpty();
    }

    private void put(ComboBox<String> word) {
        filling = true;
        word.setValue(model.wishes.get().findWord().orElse(model.standing.get().wakeWord()));
        word.getEditor().setText(word.getValue());
        filling = false;
    }

    private void choose(@Nullable String typed) {
        if (filling || typed == null) {
            return;
        }
        String word = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        wish(model.wishes.get().withWord(word.equals(model.standing.get().wakeWord()) ? "" : word));
    }

    private static CheckBox box(String id, javafx.beans.value.ObservableValue<String> words) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.textProperty().bind(words);
        return box;
    }

    private ComboBox<Optional<String>> device() {
        ComboBox<Optional<String>> box = new ComboBox<>();
        box.setId("assistant-device");
        box.getStyleClass().add("compact");
        box.setPrefWidth(DEVICE_WIDTH);
        box.accessibleTextProperty().bind(texts.bind("assistant.device"));
        SpokenCell.in(
                box,
                name -> name.<javafx.beans.value.ObservableValue<String>>map(SimpleStringProperty::new)
                        .orElseGet(() -> texts.bind("assistant.device.usual")));
        fill(box, model.standing.get());
        model.standing.addListener((property, before, now) -> fill(box, now));
        box.setOnShowing(opening -> desk.get().lookAgain());
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                wish(model.wishes.get().with(now));
            }
        });
        box.disableProperty().bind(model.standing.map(known -> known.devices().isEmpty()));
        return box;
    }

    private void fill(ComboBox<Optional<String>> box, Standing known) {
        filling = true;
        Optional<String> chosen = model.wishes.get().device();
        List<Optional<String>> devices = new java.util.ArrayList<>();
        devices.add(Optional.empty());
        known.devices().forEach(name -> devices.add(Optional.of(name)));
        if (!box.getItems().equals(devices)) {
            box.getItems().setAll(devices);
        }
        box.setValue(devices.contains(chosen) ? chosen : Optional.empty());
        filling = false;
    }

    private void wish(AssistantWishes wishes) {
        if (!wishes.equals(model.wishes.get())) {
            model.wishes.set(wishes);
        }
    }

    /** What is missing, each with its sentence; everything can be typed meanwhile. */
    private Node state(Picking picking) {
        Label sentence = new Label();
        sentence.setId("assistant-state");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty()
                .bind(Bindings.createStringBinding(
                        this::missing, model.standing, model.wishes, texts.figuresProperty()));
        Button fetch = button("fetch", () -> desk.get().fetchModel());
        Button zip = button("zip", picking.zip());
        Button folder = button("folder", picking.folder());
        FlowPane buttons = new FlowPane(6, 4, fetch, zip, folder);
        buttons.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.standing.get().state() != ModelState.READY
                                && model.fetching.get().isEmpty(),
                        model.standing,
                        model.fetching));
        buttons.managedProperty().bind(buttons.visibleProperty());
        VBox box = new VBox(4, sentence, buttons);
        box.getStyleClass().add("assistant-state");
        box.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private String missing() {
        Standing known = model.standing.get();
        String language = model.wishes.get().language().nativeName();
        if (known.suggestions().isEmpty()) {
            return "";
        }
        String voiceless = known.speaks() ? "" : texts.get("assistant.state.mute", language);
        String why = switch (known.state()) {
            case NONE -> texts.get("assistant.state.none", language);
            case BROKEN -> texts.get("assistant.state.broken", language);
            case READY -> known.devices().isEmpty() ? texts.get("assistant.state.deaf") : "";
        };
        return (why + " " + voiceless).strip();
    }

    private Node fetching() {
        ProgressBar bar = new ProgressBar();
        bar.setId("assistant-fetching");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(texts.bind("assistant.fetching"));
        bar.progressProperty()
                .bind(model.fetching.map(far -> far.map(SetupPane::share).orElse(ProgressBar.INDETERMINATE_PROGRESS)));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label far = new Label();
        far.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.fetching.get().map(this::told).orElse(""),
                        model.fetching,
                        texts.figuresProperty()));
        far.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, bar, far, button("cancel", () -> desk.get().cancelModel()));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("assistant-state");
        line.visibleProperty().bind(model.fetching.map(Optional::isPresent));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static double share(Fetching far) {
        return far.total() > 0 ? (double) far.bytes() / far.total() : ProgressBar.INDETERMINATE_PROGRESS;
    }

    private String told(Fetching far) {
        Function<Long, String> megabytes = bytes -> texts.figures().number(bytes / 1e6, 1);
        return far.total() > 0
                ? texts.get("assistant.fetched.of", megabytes.apply(far.bytes()), megabytes.apply(far.total()))
                : texts.get("assistant.fetched", megabytes.apply(far.bytes()));
    }

    private Button button(String name, Runnable pressed) {
        Button button = new Button();
        button.setId("assistant-model-" + name);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("assistant.model." + name));
        button.setOnAction(event -> pressed.run());
        return button;
    }
}
