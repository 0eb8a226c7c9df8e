package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.PanelIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Orders by keys from anywhere in the window. Each key only drafts and asks; the ticket's own question is the one yes. */
final class HotKeys {

    private final DeskContext context;
    private final TicketModel model;
    private final TicketHand hand;
    private final SizePresets presets;

    HotKeys(DeskContext context, TicketModel model, TicketHand hand, SizePresets presets) {
        this.context = context;
        this.model = model;
        this.hand = hand;
        this.presets = presets;
    }

    List<DeskAction> actions() {
        List<DeskAction> actions = new ArrayList<>();
        actions.add(action("hot-buy", () -> trade(Side.BUY)).withShortcut("Alt+B"));
        actions.add(action("hot-sell", () -> trade(Side.SELL)).withShortcut("Alt+S"));
        actions.add(action("hot-cancel-last", this::cancelLast).withShortcut("Alt+C"));
        actions.add(action("hot-cancel-all", this::cancelAll).withShortcut("Alt+Shift+C"));
        actions.add(action("hot-flatten", this::flatten).withShortcut("Alt+0"));
        for (int i = 0; i < SizePresets.COUNT; i++) {
            int index = i;
            actions.add(DeskAction.of(
                            "ticket.preset-" + (i + 1),
                            DeskAction.Group.ORDERS,
                            context.texts().bind("ticket.action.preset", String.valueOf(i + 1)),
                            () -> take(index))
                    .withShortcut("Alt+" + (i + 1)));
        }
        return actions;
    }

    /** Puts a preset into the size field, and keeps it for the keys. */
    void take(int index) {
        presets.choose(index);
        hand.size(presets.current());
    }

    private DeskAction action(String name, Runnable action) {
        return DeskAction.of(
                "ticket." + name, DeskAction.Group.ORDERS, context.texts().bind("ticket.action." + name), action);
    }

    private void trade(Side side) {
        context.desk().showPanel(PanelIds.TICKET);
        hand.atMarket(side, presets.current());
        if (model.mayConfirm()) {
            model.confirm(context.engine().newKey());
        }
    }

    /** The newest order of the shown instrument; a child of an algorithm is its parent's business. */
    private void cancelLast() {
        ask(instrument -> model.desk()
                .get()
                .flatMap(desk -> desk.workingOrders().stream()
                        .filter(order -> order.terms().instrument().equals(instrument)
                                && order.terms().link().leg() != OrderLeg.CHILD
                                && order.terms().link().leg() != OrderLeg.CLOSING)
                        .max(Comparator.comparingLong(
                                (Order order) -> order.id().value())))
                .map(TicketAct.TakeBack::new));
    }

    private void cancelAll() {
        ask(instrument -> there(instrument)
                .filter(working -> !working.nothingWorks())
                .map(working -> new TicketAct.TakeBackAll(instrument, working)));
    }

    private void flatten() {
        if (model.desk().get().filter(DeskState::isMarketOver).isPresent()) {
            context.toasts().info(context.texts().get("ticket.market-over"), "");
            return;
        }
        ask(instrument -> there(instrument)
                .filter(working -> !working.nothingWorks() || !working.isFlat())
                .map(working -> new TicketAct.Flatten(instrument, working)));
    }

    private Optional<WorkingThere> there(InstrumentId instrument) {
        Optional<DeskState> desk = model.desk().get();
        return desk.map(state -> WorkingThere.in(instrument, state));
    }

    /** What to ask about in the shown instrument. */
    private interface Question {
        Optional<? extends TicketAct> of(InstrumentId instrument);
    }

    private void ask(Question question) {
        context.desk().showPanel(PanelIds.TICKET);
        model.instrument()
                .get()
                .map(Instrument::id)
                .ifPresent(instrument -> question.of(instrument)
                        .ifPresentOrElse(
                                act -> model.ask(context.engine().newKey(), act),
                                () -> context.toasts()
                                        .info(context.texts().get("ticket.nothing", instrument.symbol()), "")));
    }
}
