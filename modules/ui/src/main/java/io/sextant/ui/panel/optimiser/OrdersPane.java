package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Holding;
import io.sextant.domain.portfolio.RebalanceHabit;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.optimiser.OptimiserModel.Target;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.signal.OrderProposed;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What would be bought and sold to get from what is held to the target; each may be drafted on the ticket, none is sent. */
final class OrdersPane extends OptimiserPane {

    private static final double ROW_HEIGHT = 24;

    /**
     * One order that would lead there.
     *
     * @param gain that a sale would make real, NaN where what was paid is not known; empty for what sells nothing that is held
     */
    record Wished(Instrument instrument, Side side, long lots, double value, Optional<Double> gain) {
        OrderProposed proposal() {
            return new OrderProposed(instrument.id(), side, instrument.quantityOf(lots));
        }
    }

    private final Label none = new Label();
    private final Label costs = new Label();
    private final CheckBox evenSo = new CheckBox();
    private final TableView<LiveRow<Wished>> table = new TableView<>();
    private final LiveRows<Instrument, Wished> rows = new LiveRows<>(Wished::instrument);
    private final Consumer<OrderProposed> ticket;

    OrdersPane(OptimiserModel model, Texts texts, Consumer<OrderProposed> ticket) {
        super("optimiser-orders", model, texts);
        this.ticket = ticket;
        Columns<Wished> columns = new Columns<>(texts);
        table.setId("optimiser-orders");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("optimiser.orders"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        costs.setId("optimiser-orders-costs");
        costs.setWrapText(true);
        costs.setMinHeight(USE_PREF_SIZE);
        costs.getStyleClass().add("options-about");
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "optimiser.column.side",
                                70,
                                one -> texts.get("optimiser.side." + one.side().name()),
                                one -> one.side() == Side.BUY ? Tone.UP : Tone.DOWN),
                        columns.words(
                                "optimiser.column.instrument",
                                110,
                                one -> one.instrument().id().symbol()),
                        columns.figures(
                                "optimiser.column.quantity",
                                100,
                                one -> texts.figures()
                                        .quantity(one.instrument().quantityOf(one.lots()), one.instrument()),
                                Comparator.comparingLong(Wished::lots)),
                        columns.figures(
                                "optimiser.column.value",
                                110,
                                one -> money(one.value()),
                                Comparator.comparingDouble(Wished::value)),
                        columns.figures(
                                "optimiser.column.gain",
                                110,
                                one -> one.gain().map(this::gain).orElse(""),
                                Comparator.comparingDouble(one -> one.gain().orElse(Double.NaN)))));
        table.setItems(rows.list());
        table.setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                draft();
                pressed.consume();
            }
        });
        table.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2) {
                draft();
            }
        });
        Button draft = new Button();
        draft.setId("optimiser-draft");
        draft.textProperty().bind(texts.bind("optimiser.orders.draft"));
        draft.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        draft.setOnAction(pressed -> draft());
        evenSo.setId("optimiser-orders-evenso");
        evenSo.textProperty().bind(texts.bind("optimiser.orders.evenso"));
        evenSo.managedProperty().bind(evenSo.visibleProperty());
        evenSo.setOnAction(pressed -> model.computed().ifPresent(told -> show(told, model.target())));
        FlowPane foot = new FlowPane(10, 4, draft, evenSo);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("panel-bar");
        table.setMinHeight(4 * ROW_HEIGHT);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(costs, table, foot);
        follow();
    }

    private void draft() {
        LiveRow<Wished> chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            ticket.accept(chosen.value().get().proposal());
        }
    }

    @Override
    void show(Computed told, Optional<Target> target) {
        if (target.isEmpty()) {
            rows.clear();
            costs.setText("");
            evenSo.setVisible(false);
            none.setText(texts.get("optimiser.orders.notarget"));
            say(texts.get("optimiser.orders.notarget"));
            return;
        }
        long[] lots = model.lots(told, target.get().weights());
        List<Wished> wished = new ArrayList<>();
        int unpriced = 0;
        for (int i = 0; i < lots.length; i++) {
            double lotValue = told.holdings().get(i).lotValue();
            unpriced += lotValue > 0 ? 0 : 1;
            if (lots[i] != 0) {
                wished.add(new Wished(
                        model.instrument(told.instruments().get(i)),
                        lots[i] > 0 ? Side.BUY : Side.SELL,
                        Math.abs(lots[i]),
                        Math.abs(lots[i]) * lotValue,
                        gain(told.holdings().get(i), lots[i])));
            }
        }
        // What is sold first pays for what is bought.
        wished.sort(Comparator.comparing(one -> one.side() == Side.BUY));
        OrdersWorth worth = OrdersWorth.of(
                told,
                lots,
                target.get().figures(),
                model.taxes.get(),
                model.goals.get().riskAversion());
        boolean pays = !worth.isNotWorthIt() || wished.isEmpty() || evenSo.isSelected();
        evenSo.setVisible(worth.isNotWorthIt() && !wished.isEmpty());
        none.setText(texts.get(pays ? "optimiser.orders.none" : "optimiser.orders.notworth"));
        rows.show(pays ? wished : List.of());
        table.refresh();
        costs.setText(wished.isEmpty() ? "" : words(worth, told));
        (worth.isNotWorthIt() && !wished.isEmpty() ? Tone.WARNING : Tone.PLAIN).applyTo(costs);
        String sentence = texts.get(
                "optimiser.orders.about",
                money(told.cashAfter(lots)),
                told.currency().code());
        say(due(told.drift(target.get().weights()))
                + sentence
                + (unpriced == 0 ? "" : " " + texts.get("optimiser.orders.unpriced", unpriced)));
    }

    private Optional<Double> gain(Holding holding, long lots) {
        return OrdersWorth.isSale(holding, lots)
                ? Optional.of(holding.gain((double) -lots, model.taxes.get().order()))
                : Optional.empty();
    }

    private String gain(double made) {
        return Double.isFinite(made) ? money(made) : Figures.NONE;
    }

    /** What they cost, what tax they bring, and what they are for. */
    private String words(OrdersWorth worth, Computed told) {
        String currency = told.currency().code();
        StringBuilder said = new StringBuilder(
                texts.get("optimiser.orders.fees", texts.figures().number(worth.fees(), 2), currency));
        String gain = texts.figures().number(worth.gain(), 2);
        String order = texts.get("optimiser.lots." + model.taxes.get().order().name());
        said.append(' ')
                .append(
                        worth.tax().isPresent()
                                ? texts.get(
                                        "optimiser.orders.tax",
                                        gain,
                                        currency,
                                        order,
                                        percent(model.taxes.get().rate().orElseThrow(), 1),
                                        texts.figures().number(worth.tax().get(), 2))
                                : texts.get("optimiser.orders.notax", gain, currency, order));
        if (worth.unknownSales() > 0) {
            said.append(' ').append(texts.get("optimiser.orders.unknowncost", worth.unknownSales()));
        }
        if (Double.isFinite(worth.benefit())) {
            said.append(' ')
                    .append(texts.get(
                            "optimiser.orders.benefit", texts.figures().number(worth.benefit(), 2), currency));
        }
        return said.append(' ').append(verdict(worth, currency)).toString();
    }

    private String verdict(OrdersWorth worth, String currency) {
        if (worth.years().isEmpty()) {
            return texts.get("optimiser.orders.unweighed");
        }
        double years = worth.years().get();
        return texts.get(
                worth.isNotWorthIt() ? "optimiser.orders.loses" : "optimiser.orders.pays",
                texts.figures().number(years, years == Math.rint(years) ? 0 : 2),
                texts.figures().number(years * worth.benefit(), 2),
                texts.figures().number(worth.costs(), 2),
                currency);
    }

    /** Whether the person's habit says that it is time, with the drift that it goes by; empty without a habit. */
    private String due(double drift) {
        RebalanceHabit habit = model.habit.get();
        if (habit.band() == 0 && habit.every() == RebalanceHabit.Every.NEVER) {
            return "";
        }
        String off = texts.figures().number(100 * drift, 1);
        if (habit.isDue(model.today(), drift)) {
            return texts.get("optimiser.orders.due", off) + " ";
        }
        String next = habit.due()
                .map(day ->
                        texts.figures().utcDate(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L))
                .map(day -> " " + texts.get("optimiser.orders.next", day))
                .orElse("");
        return texts.get("optimiser.orders.notdue", off) + next + " ";
    }
}
