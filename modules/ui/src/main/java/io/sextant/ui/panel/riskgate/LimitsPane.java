package io.sextant.ui.panel.riskgate;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.riskgate.RiskGateModel.LimitRow;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The limits of one owner, and the question that shows the old and the new value before one is changed. */
final class LimitsPane extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double ROW_HEIGHT = 26;

    private final Texts texts;
    private final ComboBox<LimitOwner> owner = new ComboBox<>();
    private final TableView<LiveRow<LimitRow>> table = new TableView<>();
    private final TextField figure = new TextField();
    private final Button ask = new Button();
    private final Label question = new Label();
    private final Button yes = new Button();
    private final Button no = new Button();
    private final HBox card;

    LimitsPane(RiskGateModel model, Texts texts) {
        this.texts = texts;
        fillOwners(model);
        fillTable(model);
        figure.setId("gate-limit-figure");
        figure.promptTextProperty().bind(texts.bind("gate.limits.new"));
        figure.accessibleTextProperty().bind(texts.bind("gate.limits.new"));
        ask.setId("gate-limit-ask");
        ask.textProperty().bind(texts.bind("gate.limits.edit"));
        question.setId("gate-limit-question");
        question.setWrapText(true);
        yes.setId("gate-limit-yes");
        yes.textProperty().bind(texts.bind("gate.limits.apply"));
        yes.getStyleClass().add("accent");
        yes.setMinWidth(USE_PREF_SIZE);
        no.setId("gate-limit-no");
        no.textProperty().bind(texts.bind("ticket.back"));
        no.setMinWidth(USE_PREF_SIZE);
        Label whose = new Label();
        whose.textProperty().bind(texts.bind("gate.limits.of"));
        whose.setLabelFor(owner);
        FlowPane choosing = new FlowPane(8, 4, whose, owner, figure, ask);
        choosing.setAlignment(Pos.CENTER_LEFT);
        choosing.setMinHeight(USE_PREF_SIZE);
        card = new HBox(8, question, no, yes);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("confirmation");
        HBox.setHgrow(question, Priority.ALWAYS);
        setSpacing(6);
        getStyleClass().add("gate-page");
        getChildren().addAll(choosing, card, table);
        model.asked().addListener((property, before, now) -> show(now));
        texts.figuresProperty().addListener(change -> {
            table.refresh();
            show(model.asked().get());
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> offer());
        figure.textProperty().addListener((property, before, now) -> offer());
        offer();
        show(Optional.empty());
    }

    private void fillOwners(RiskGateModel model) {
        owner.setId("gate-limit-owner");
        owner.setItems(model.owners());
        owner.valueProperty().bindBidirectional(model.owner());
        owner.setConverter(new StringConverter<>() {
            @Override
            public String toString(LimitOwner value) {
                return value == null ? "" : name(value);
            }

            @Override
            public LimitOwner fromString(String text) {
                return owner.getValue();
            }
        });
    }

    private void fillTable(RiskGateModel model) {
        Columns<LimitRow> columns = new Columns<>(texts);
        table.setId("gate-limits");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("gate.limits"));
        table.getColumns()
                .setAll(List.of(
                        columns.words("gate.column.name", 230, row -> name(row.line())),
                        columns.figures(
                                "gate.column.limit",
                                170,
                                row -> value(row.value()),
                                Comparator.comparing(row -> value(row.value())))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setItems(model.limits());
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    ComboBox<LimitOwner> owner() {
        return owner;
    }

    TableView<LiveRow<LimitRow>> table() {
        return table;
    }

    TextField figure() {
        return figure;
    }

    Button ask() {
        return ask;
    }

    Button yes() {
        return yes;
    }

    Button no() {
        return no;
    }

    /** What the chosen limit should become, in plain notation; empty when what stands in the field is none. */
    Optional<String> wanted() {
        return chosenSwitch()
                .map(on -> Boolean.toString(!on))
                .or(() -> texts.figures().plain(figure.getText()));
    }

    void complain(boolean bad) {
        figure.pseudoClassStateChanged(DANGER, bad);
        if (bad) {
            question.setText(texts.get("gate.limits.bad"));
        }
        card.setVisible(bad || yes.isVisible());
        card.setManaged(card.isVisible());
    }

    private Optional<Boolean> chosenSwitch() {
        LiveRow<LimitRow> row = table.getSelectionModel().getSelectedItem();
        return row != null && row.get().value() instanceof LimitValue.Switch(boolean on)
                ? Optional.of(on)
                : Optional.empty();
    }

    /** A switch needs no figure: asking turns it. */
    private void offer() {
        boolean isSwitch = chosenSwitch().isPresent();
        figure.setDisable(isSwitch);
        ask.setDisable(table.getSelectionModel().isEmpty()
                || (!isSwitch && figure.getText().isEmpty()));
    }

    private void show(Optional<RiskGateModel.Change> asked) {
        yes.setVisible(asked.isPresent());
        no.setVisible(asked.isPresent());
        card.setVisible(asked.isPresent());
        card.setManaged(asked.isPresent());
        asked.ifPresent(change -> {
            question.setText(texts.get(
                    "gate.limits.confirm",
                    name(change.owner()),
                    name(change.line()),
                    value(change.before()),
                    value(change.after())));
            figure.clear();
        });
    }

    private String name(LimitOwner whose) {
        return switch (whose) {
            case LimitOwner.WholeAccount _ -> texts.get("gate.limits.account");
            case LimitOwner.OneInstrument(var instrument) -> instrument.id().symbol();
            case LimitOwner.OneStrategy(String strategy) -> texts.get("gate.kill.strategy", strategy);
        };
    }

    private String name(LimitLine line) {
        return texts.get("gate.limit." + line.key());
    }

    private String value(LimitValue value) {
        return switch (value) {
            case LimitValue.Unset _ -> texts.get("gate.unset");
            case LimitValue.Whole(long figureOf) -> texts.figures().count(figureOf);
            case LimitValue.Size(var quantity) -> texts.figures().quantity(quantity);
            case LimitValue.Worth(var money) -> texts.figures().money(money);
            case LimitValue.Switch(boolean on) -> texts.get(on ? "gate.on" : "gate.off");
        };
    }
}
