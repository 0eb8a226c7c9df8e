package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.TimeInForce;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Steps;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.Optional;

/** What buttons, keys and other panels put into the fields of a ticket. */
final class TicketHand {

    private final TicketModel model;
    private final Texts texts;

    TicketHand(TicketModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** A price picked elsewhere, and the side when the place says which. */
    void fill(Price picked, Optional<Side> pickedSide) {
        model.kind().set(OrderKind.LIMIT);
        pickedSide.ifPresent(model.side()::set);
        model.price().set(typed(OrderSizing.decimal(picked)));
        model.pickedOnLadder(picked);
    }

    /** An order that was worked out elsewhere, by quantity; kind and price stay the person's. */
    void propose(Side side, Quantity quantity) {
        model.side().set(side);
        model.sizeMode().set(SizeMode.QUANTITY);
        model.size().set(typed(BigDecimal.valueOf(quantity.units(), quantity.scale())));
    }

    /** Sells what is held or buys back what is owed, at the market. */
    void closePosition() {
        model.heldPosition().ifPresent(position -> {
            model.side().set(position.signedUnits() > 0 ? Side.SELL : Side.BUY);
            model.kind().set(OrderKind.MARKET);
            model.exits().wanted().set(false);
            model.sizeMode().set(SizeMode.QUANTITY);
            BigDecimal held =
                    BigDecimal.valueOf(position.size().units(), position.size().scale());
            OrderSizing.lotsInQuantity(held, shownInstrument()).ifPresent(lots -> {
                Quantity whole = shownInstrument().quantityOf(lots);
                model.size().set(typed(BigDecimal.valueOf(whole.units(), whole.scale())));
            });
        });
    }

    void size(SizePreset preset) {
        model.sizeMode().set(preset.mode());
        model.size().set(typed(preset.amount()));
    }

    /** A plain market order of this size, whatever stood in the fields. */
    void atMarket(Side side, SizePreset preset) {
        model.side().set(side);
        model.kind().set(OrderKind.MARKET);
        model.exits().wanted().set(false);
        model.lasting().reduceOnly().set(false);
        model.lasting().timeInForce().set(TimeInForce.IMMEDIATE_OR_CANCEL);
        size(preset);
    }

    void stepSize(int steps) {
        if (model.instrument().get().isEmpty()) {
            return;
        }
        BigDecimal grid = OrderSizing.sizeStep(model.sizeMode().get(), shownInstrument());
        model.size().set(typed(Steps.step(number(model.size().get()).orElse(BigDecimal.ZERO), grid, steps)));
    }

    void stepPrice(int steps) {
        if (model.instrument().get().isEmpty()) {
            return;
        }
        BigDecimal tick = Steps.tick(shownInstrument());
        Optional<BigDecimal> start = number(model.price().get());
        if (start.isEmpty()) {
            model.marketPrice().ifPresent(found -> model.price().set(typed(OrderSizing.decimal(found))));
        } else {
            model.price().set(typed(Steps.step(start.get(), tick, steps)));
        }
    }

    private Optional<BigDecimal> number(String text) {
        return Typed.number(text, texts.figures());
    }

    private String typed(BigDecimal value) {
        return Typed.text(value, texts.language());
    }

    private Instrument shownInstrument() {
        return model.instrument().get().orElseThrow();
    }
}
