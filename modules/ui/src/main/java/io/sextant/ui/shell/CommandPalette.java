package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every action of the window, found by a few letters and run by Enter. */
final class CommandPalette {

    private static final double ROW_HEIGHT = 34;
    private static final int MOST_ROWS = 12;
    private static final double WIDTH = 640;
    private static final int MOST_RECENT = 5;

    private static final PseudoClass FORBIDDEN = PseudoClass.getPseudoClass("forbidden");

    private record Hit(DeskAction action, int score) {}

    private final Texts texts;
    private final Overlay overlay;
    private final ActionKeys actions;
    private final Function<String, List<DeskAction>> sentences;
    private final List<String> recent = new ArrayList<>();
    private final TextField typed = new TextField();
    private final ListView<DeskAction> hits = new ListView<>();
    private final Label nothing = new Label();
    private final VBox card = new VBox();

    /** @param sentences what typed words would do as a sentence of their own */
    CommandPalette(Texts texts, Overlay overlay, ActionKeys actions, Function<String, List<DeskAction>> sentences) {
        this.texts = texts;
        this.overlay = overlay;
        this.actions = actions;
        this.sentences = sentences;
        typed.setId("palette-text");
        typed.promptTextProperty().bind(texts.bind("shell.palette.prompt"));
        typed.textProperty().addListener(changed -> search());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        texts.languageProperty().addListener(changed -> search());
        hits.setId("palette-hits");
        hits.setFocusTraversable(false);
        hits.setFixedCellSize(ROW_HEIGHT);
        hits.setCellFactory(list -> new Row());
        hits.setPlaceholder(nothing);
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("shell.palette.hint"));
        hint.getStyleClass().addAll("muted", "palette-hint");
        hint.setMaxWidth(Double.MAX_VALUE);
        card.getChildren().setAll(typed, hits, hint);
        card.getStyleClass().addAll("card", "palette");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    void open() {
        typed.clear();
        search();
        overlay.open(card, Pos.TOP_CENTER, typed, () -> {});
    }

    private void search() {
        String wanted = typed.getText().strip();
        List<DeskAction> found = wanted.isEmpty() ? unsearched() : searched(wanted);
        hits.getItems().setAll(found);
        hits.getSelectionModel().selectFirst();
        hits.scrollTo(0);
        nothing.setText(texts.get("shell.palette.none", wanted));
        double height = Math.clamp(found.size(), 1, MOST_ROWS) * ROW_HEIGHT + 2;
        hits.setPrefHeight(height);
        hits.setMinHeight(height);
        hits.setMaxHeight(height);
    }

    /** What was run last, then everything by its heading. */
    private List<DeskAction> unsearched() {
        return enabled()
                .sorted(Comparator.comparingInt(this::recency).thenComparing(DeskAction::group))
                .toList();
    }

    /** A sentence that asks for a change stands first, for its words may look like some action's name; a question stands last. */
    private List<DeskAction> searched(String wanted) {
        List<DeskAction> found = new ArrayList<>(matching(wanted));
        for (DeskAction sentence : sentences.apply(wanted)) {
            found.add(sentence.group() == DeskAction.Group.WINDOW ? found.size() : 0, sentence);
        }
        return found;
    }

    private List<DeskAction> matching(String wanted) {
        return enabled()
                .map(action -> new Hit(action, scoreOf(wanted, action)))
                .filter(hit -> hit.score > Integer.MIN_VALUE)
                .sorted(Comparator.comparingInt(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.action.title().getValue()))
                .map(Hit::action)
                .toList();
    }

    private java.util.stream.Stream<DeskAction> enabled() {
        return actions.all().stream().filter(action -> action.enabled().get() && !action.byKeyOnly());
    }

    private int recency(DeskAction action) {
        int place = recent.indexOf(action.id());
        return place < 0 ? MOST_RECENT : place;
    }

    private static int scoreOf(String wanted, DeskAction action) {
        OptionalInt score = FuzzyMatch.score(wanted, action.title().getValue());
        return score.orElse(Integer.MIN_VALUE);
    }

    private void steer(KeyEvent pressed) {
        int last = hits.getItems().size() - 1;
        int selected = hits.getSelectionModel().getSelectedIndex();
        switch (pressed.getCode()) {
            case DOWN -> select(selected >= last ? 0 : selected + 1);
            case UP -> select(selected <= 0 ? last : selected - 1);
            case PAGE_DOWN -> select(Math.min(last, selected + MOST_ROWS));
            case PAGE_UP -> select(Math.max(0, selected - MOST_ROWS));
            case ENTER -> runSelected();
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void select(int index) {
        hits.getSelectionModel().select(index);
        int first = Math.max(0, index - MOST_ROWS / 2);
        hits.scrollTo(first);
    }

    private void runSelected() {
        DeskAction chosen = hits.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (actions.why(chosen).isEmpty()) {
            remember(chosen);
        }
        overlay.close();
        chosen.run();
    }

    private void remember(DeskAction chosen) {
        recent.remove(chosen.id());
        recent.addFirst(chosen.id());
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
    }

    private final class Row extends ListCell<DeskAction> {

        private final Label title = new Label();
        private final Label group = new Label();
        private final HBox keys = new HBox();
        private final HBox row = new HBox(title, group, keys);

        Row() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("palette-row");
            title.getStyleClass().add("palette-title");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            group.getStyleClass().add("muted");
            group.setMinWidth(Region.USE_PREF_SIZE);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            setOnMouseClicked(clicked -> {
                if (clicked.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    hits.getSelectionModel().select(getIndex());
                    runSelected();
                }
            });
        }

        @Override
        protected void updateItem(DeskAction action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Optional<String> forbidden = actions.why(action);
            title.setText(action.title().getValue());
            group.setText(actions.needs(action)
                    .map(role -> texts.get("link.limit.entry", role.label()))
                    .orElseGet(() -> texts.get("shell.group." + action.group().name())));
            pseudoClassStateChanged(FORBIDDEN, forbidden.isPresent());
            keys.getChildren().clear();
            action.shortcut().ifPresent(combination -> keys.getChildren().add(KeyCaps.of(combination, texts)));
            setAccessibleText(forbidden.map(why -> title.getText() + ". " + why).orElseGet(title::getText));
            setGraphic(row);
        }
    }
}
