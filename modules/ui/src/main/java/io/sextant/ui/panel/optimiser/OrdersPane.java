package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.RebalanceHabit;
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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What would be bought and sold to get from what is held to the target; each may be drafted on the ticket, none is sent. */
final class OrdersPane extends OptimiserPane {

    private static final double ROW_HEIGHT = 24;

    /** One order that would lead there. */
    record Wished(Instrument instrument, Side side, long lots, double value) {
        OrderProposed proposal() {
            return new OrderProposed(instrument.id(), side, instrument.quantityOf(lots));
        }
    }

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
        Label none = new Label();
        none.textProperty().bind(texts.bind("optimiser.orders.none"));
        table.setPlaceholder(none);
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
                                Comparator.comparingDouble(Wished::value))));
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
        HBox foot = new HBox(draft);
        foot.getStyleClass().add("panel-bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, foot);
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
                        Math.abs(lots[i]) * lotValue));
            }
        }
        // What is sold first pays for what is bought.
        wished.sort(Comparator.comparing(one -> one.side() == Side.BUY));
        rows.show(wished);
        table.refresh();
        String sentence = texts.get(
                "optimiser.orders.about",
                money(told.cashAfter(lots)),
                told.currency().code());
        say(due(told.drift(target.get().weights()))
                + sentence
                + (unpriced == 0 ? "" : " " + texts.get("optimiser.orders.unpriced", unpriced)));
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
