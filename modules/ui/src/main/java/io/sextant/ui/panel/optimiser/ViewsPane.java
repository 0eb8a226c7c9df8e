package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the reader believes; one belief an instrument, and each changes what is expected of all (Black and Litterman). */
final class ViewsPane extends VBox {

    private static final double RETURN_MAX_PERCENT = 1_000;

    private final OptimiserModel model;
    private final Texts texts;
    private final ComboBox<InstrumentId> instrument = new ComboBox<>();
    private final TextField expected = new TextField();
    private final ComboBox<Sureness> sureness = new ComboBox<>();
    private final VBox list = new VBox(4);

    ViewsPane(OptimiserModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label about = new Label();
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.textProperty().bind(texts.bind("optimiser.views.about"));
        instrument.setId("optimiser-view-instrument");
        instrument
                .getItems()
                .setAll(model.choices().stream().map(Instrument::id).toList());
        instrument.getSelectionModel().selectFirst();
        instrument.accessibleTextProperty().bind(texts.bind("optimiser.column.instrument"));
        expected.setId("optimiser-view-return");
        expected.setPrefColumnCount(14);
        expected.getStyleClass().add("figure-field");
        expected.promptTextProperty().bind(texts.bind("optimiser.views.return"));
        expected.accessibleTextProperty().bind(texts.bind("optimiser.views.return"));
        expected.setOnAction(typed -> believe());
        sureness.setId("optimiser-view-sureness");
        sureness.getItems().setAll(Sureness.values());
        sureness.setValue(Sureness.AS_THE_MARKET);
        sureness.accessibleTextProperty().bind(texts.bind("optimiser.views.sureness"));
        SpokenCell.in(sureness, one -> texts.bind("optimiser.sureness." + one.name()));
        Button add = new Button();
        add.setId("optimiser-view-add");
        add.textProperty().bind(texts.bind("optimiser.views.add"));
        add.setOnAction(pressed -> believe());
        FlowPane entry = new FlowPane(6, 6, instrument, expected, sureness, add);
        entry.getStyleClass().add("wrap-bar");
        list.setId("optimiser-views");
        list.getStyleClass().add("options-block");
        getChildren().addAll(about, entry, list);
        model.views.addListener(change -> tell());
        texts.figuresProperty().addListener(change -> tell());
        tell();
    }

    private void believe() {
        Optional<Double> percent = Typed.number(expected.getText(), texts.figures())
                .map(BigDecimal::doubleValue)
                .filter(value -> Math.abs(value) <= RETURN_MAX_PERCENT);
        expected.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), percent.isEmpty());
        InstrumentId of = instrument.getValue();
        if (percent.isEmpty() || of == null) {
            return;
        }
        List<ReturnView> views = new ArrayList<>(model.views.get());
        views.removeIf(view -> view.instrument().equals(of));
        views.add(new ReturnView(of, percent.get() / 100, sureness.getValue().confidence()));
        model.views.set(List.copyOf(views));
        expected.clear();
    }

    private void tell() {
        list.getChildren()
                .setAll(model.views.get().stream().<Node>map(this::row).toList());
    }

    private Node row(ReturnView view) {
        Label words = new Label(texts.get(
                "optimiser.views.one",
                view.instrument().symbol(),
                texts.figures().signedPercent(100 * view.expected(), 1),
                texts.get("optimiser.sureness."
                        + Sureness.nearest(view.confidence()).name())));
        Button drop = new Button();
        drop.setId("optimiser-view-drop-" + view.instrument().symbol());
        drop.getStyleClass().add("compact");
        drop.textProperty().bind(texts.bind("optimiser.views.drop"));
        drop.setOnAction(pressed -> model.views.set(
                model.views.get().stream().filter(one -> !one.equals(view)).toList()));
        HBox row = new HBox(8, words, drop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
