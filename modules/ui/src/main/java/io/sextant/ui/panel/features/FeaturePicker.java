package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureFamily;
import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** All features by search and family. The one under the cursor is looked at; the ticked ones make a set. */
final class FeaturePicker extends VBox {

    private static final double ROW_HEIGHT = 26;

    /** A family, or all of them. */
    private record Choice(Optional<FeatureFamily> family) {}

    private final FeaturesModel model;
    private final Texts texts;
    private final FeaturesWords words;
    private final TextField search = new TextField();
    private final ComboBox<Choice> family = new ComboBox<>();
    private final ListView<Feature> list = new ListView<>();
    private final Label count = new Label();
    private boolean filling;

    FeaturePicker(FeaturesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new FeaturesWords(texts);
        getStyleClass().add("features-picker");
        setMinWidth(150);
        search.setId("features-search");
        search.textProperty().bindBidirectional(model.search);
        search.promptTextProperty().bind(texts.bind("features.search"));
        search.accessibleTextProperty().bind(texts.bind("features.search"));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
        fillFamilies();
        list.setId("features-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.accessibleTextProperty().bind(texts.bind("features.title"));
        list.setCellFactory(unused -> new FeatureCell());
        Label nothing = new Label();
        nothing.textProperty().bind(texts.bind("features.none-found"));
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::tickByKey);
        VBox.setVgrow(list, Priority.ALWAYS);
        count.setId("features-count");
        count.getStyleClass().add("muted");
        count.setWrapText(true);
        getChildren().addAll(search, family, list, count);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.feature.set(now);
            }
        });
        model.search.addListener(change -> find());
        model.family.addListener(change -> find());
        model.feature.addListener(change -> select());
        model.ticked.addListener(change -> refresh());
        model.material.addListener(change -> refresh());
        texts.figuresProperty().addListener(change -> {
            fillFamilies();
            find();
        });
        find();
    }

    TextField search() {
        return search;
    }

    ListView<Feature> list() {
        return list;
    }

    private void fillFamilies() {
        filling = true;
        family.setId("features-family");
        family.getStyleClass().add("compact");
        family.setMaxWidth(Double.MAX_VALUE);
        family.accessibleTextProperty().bind(texts.bind("features.family"));
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(Optional.empty()));
        Arrays.stream(FeatureFamily.values())
                .map(one -> new Choice(Optional.of(one)))
                .forEach(all::add);
        family.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice one) {
                return one == null || one.family().isEmpty()
                        ? texts.get("features.family.all")
                        : words.family(one.family().get());
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        family.getItems().setAll(all);
        family.setValue(new Choice(model.family.get()));
        family.setOnAction(chosen -> {
            Choice now = family.getValue();
            if (!filling && now != null) {
                model.family.set(now.family());
            }
        });
        filling = false;
    }

    private void find() {
        String[] wanted = model.search.get().toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        List<Feature> found = FeatureCatalog.all().stream()
                .filter(one ->
                        model.family.get().isEmpty() || model.family.get().get() == one.family())
                .filter(one -> fits(one, wanted))
                .toList();
        filling = true;
        list.getItems().setAll(found);
        filling = false;
        select();
        tell();
    }

    private boolean fits(Feature one, String[] wanted) {
        String text = (one.name() + " " + one.name().replace('_', ' ') + " " + words.family(one.family()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(wanted).allMatch(text::contains);
    }

    private void select() {
        filling = true;
        int place = list.getItems().indexOf(model.feature.get());
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != place) {
            list.getSelectionModel().select(place);
            list.scrollTo(Math.max(0, place - 3));
        }
        filling = false;
    }

    private void refresh() {
        list.refresh();
        tell();
    }

    private void tell() {
        count.setText(texts.get(
                "features.count",
                words.count(list.getItems().size()),
                words.count(model.ticked.get().size()),
                list.getItems().size()));
    }

    private void leaveSearch(KeyEvent pressed) {
        boolean down = pressed.getCode() == KeyCode.DOWN || pressed.getCode() == KeyCode.ENTER;
        if (down && !list.getItems().isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            pressed.consume();
        } else if (pressed.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            pressed.consume();
        }
    }

    private void tickByKey(KeyEvent pressed) {
        Feature chosen = list.getSelectionModel().getSelectedItem();
        if (pressed.getCode() == KeyCode.SPACE && chosen != null) {
            model.tick(chosen, !model.isTicked(chosen));
            pressed.consume();
        }
    }

    private final class FeatureCell extends ListCell<Feature> {
        private final CheckBox tick = new CheckBox();
        private final Label name = new Label();
        private final Label needs = new Label();
        private final HBox row = new HBox(tick, name);

        FeatureCell() {
            setPrefWidth(0);
            tick.setFocusTraversable(false);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            name.setMinWidth(USE_PREF_SIZE);
            needs.getStyleClass().add("muted");
            row.getChildren().addAll(gap, needs);
            row.getStyleClass().add("features-row");
            tick.setOnAction(pressed -> {
                if (getItem() != null) {
                    model.tick(getItem(), tick.isSelected());
                }
            });
        }

        @Override
        protected void updateItem(Feature feature, boolean empty) {
            super.updateItem(feature, empty);
            if (empty || feature == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                setId("features-item-" + feature.name());
                tick.setId("features-tick-" + feature.name());
                tick.setSelected(model.isTicked(feature));
                tick.setAccessibleText(texts.get("features.tick", feature.name()));
                name.setText(feature.name());
                Set<DataNeed> data = model.data();
                boolean known = feature.isWithin(data);
                needs.setText(known ? "" : words.missing(feature, data));
                name.getStyleClass().remove("muted");
                if (!known) {
                    name.getStyleClass().add("muted");
                }
                setAccessibleText(feature.name());
                setGraphic(row);
            }
        }
    }
}
