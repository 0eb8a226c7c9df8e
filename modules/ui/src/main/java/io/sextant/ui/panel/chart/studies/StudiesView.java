package io.sextant.ui.panel.chart.studies;

import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.chart.Study;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.ShortcutEcho;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A search for indicators above, the studies on the chart below. */
final class StudiesView extends VBox {

    private static final double ROW_HEIGHT = 28;
    private static final int ROWS_SHOWN = 7;
    private static final double SHOWN_HEIGHT_MAX = 280;

    private final StudiesModel model;
    private final Texts texts;
    private final Supplier<ChartPalette> palette;
    private final TextField search = new TextField();
    private final ShortcutEcho echo = new ShortcutEcho(search);
    private final ListView<IndicatorKind> hits = new ListView<>();
    private final VBox rows = new VBox();
    private final Label none = new Label();
    private final CheckBox profile = new CheckBox();
    private final CheckBox patterns = new CheckBox();

    StudiesView(StudiesModel model, Texts texts, Supplier<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        getStyleClass().addAll("panel", "popover-content", "studies");
        search.setId("studies-search");
        search.textProperty().bindBidirectional(model.search());
        search.promptTextProperty().bind(texts.bind("studies.search"));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        hits.setId("studies-hits");
        hits.setItems(model.hits());
        hits.setFixedCellSize(ROW_HEIGHT);
        hits.setPrefHeight(ROWS_SHOWN * ROW_HEIGHT + 4);
        hits.setMinHeight(ROWS_SHOWN * ROW_HEIGHT + 4);
        hits.setFocusTraversable(false);
        hits.setCellFactory(list -> new HitCell());
        Label nothing = new Label();
        nothing.textProperty().bind(texts.bind("studies.none-found"));
        hits.setPlaceholder(nothing);
        Label shown = new Label();
        shown.textProperty().bind(texts.bind("studies.shown"));
        shown.getStyleClass().add("section-title");
        none.setId("studies-none");
        none.textProperty().bind(texts.bind("studies.none"));
        none.getStyleClass().add("muted");
        none.managedProperty().bind(none.visibleProperty());
        rows.getStyleClass().add("study-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(SHOWN_HEIGHT_MAX);
        scroll.visibleProperty().bind(none.visibleProperty().not());
        scroll.managedProperty().bind(scroll.visibleProperty());
        profile.setId("studies-profile");
        profile.textProperty().bind(texts.bind("studies.profile"));
        profile.setOnAction(pressed -> model.setup().set(model.setup().get().withProfile(profile.isSelected())));
        patterns.setId("studies-patterns");
        patterns.textProperty().bind(texts.bind("studies.patterns"));
        patterns.setOnAction(pressed -> model.setup().set(model.setup().get().withPatterns(patterns.isSelected())));
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("studies.hint"));
        hint.getStyleClass().add("key-hint");
        getChildren().addAll(search, hits, hint, profile, patterns, shown, none, scroll);
        model.hits().addListener((Observable change) -> selectFirst());
        model.setup().addListener(change -> showRows());
        selectFirst();
        showRows();
    }

    /** Opens with colours and words as they are now. */
    void refresh() {
        echo.opening();
        showRows();
        hits.refresh();
    }

    TextField search() {
        return search;
    }

    /** The list may not have counted its items anew yet, so an empty one is not asked to select. */
    private void selectFirst() {
        if (!model.hits().isEmpty()) {
            hits.getSelectionModel().clearAndSelect(0);
        }
    }

    private void showRows() {
        List<Study> studies = model.setup().get().studies();
        profile.setSelected(model.setup().get().profile());
        patterns.setSelected(model.setup().get().patterns());
        none.setVisible(studies.isEmpty());
        List<Integer> shown = rows.getChildren().stream()
                .map(row -> ((StudyRow) row).studyId())
                .toList();
        if (!shown.equals(studies.stream().map(Study::id).toList())) {
            rows.getChildren()
                    .setAll(studies.stream()
                            .map(study -> new StudyRow(study, model, texts, palette))
                            .toList());
        }
        for (int i = 0; i < studies.size(); i++) {
            ((StudyRow) rows.getChildren().get(i)).show(studies.get(i));
        }
    }

    private void steer(KeyEvent pressed) {
        int selected = hits.getSelectionModel().getSelectedIndex();
        int last = hits.getItems().size() - 1;
        switch (pressed.getCode()) {
            case DOWN -> select(Math.min(last, selected + 1));
            case UP -> select(Math.max(0, selected - 1));
            case ENTER -> addSelected();
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void select(int index) {
        hits.getSelectionModel().select(index);
        hits.scrollTo(Math.max(0, index - ROWS_SHOWN / 2));
    }

    private void addSelected() {
        IndicatorKind kind = hits.getSelectionModel().getSelectedItem();
        if (kind != null && model.hits().contains(kind)) {
            model.add(kind);
        } else if (!model.hits().isEmpty()) {
            model.add(model.hits().getFirst());
        }
    }

    private final class HitCell extends ListCell<IndicatorKind> {
        private final Label name = new Label();
        private final Label place = new Label();
        private final HBox row = new HBox();

        HitCell() {
            setPrefWidth(0);
            place.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            place.getStyleClass().add("muted");
            row.getChildren().addAll(name, gap, place);
            row.getStyleClass().add("palette-row");
            setOnMouseClicked(clicked -> {
                if (clicked.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    model.add(getItem());
                }
            });
        }

        @Override
        protected void updateItem(IndicatorKind kind, boolean empty) {
            super.updateItem(kind, empty);
            if (empty || kind == null) {
                setGraphic(null);
            } else {
                setId("studies-hit-" + kind.code());
                name.setText(model.words().entry(kind));
                place.setText(model.words().place(kind));
                setGraphic(row);
            }
        }
    }
}
