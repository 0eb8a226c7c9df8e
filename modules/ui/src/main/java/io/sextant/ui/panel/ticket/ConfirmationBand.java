package io.sextant.ui.panel.ticket;

import io.sextant.domain.money.Price;
import java.math.BigDecimal;
import java.util.Optional;

/** Lets a question lapse once the market is further than a band from where it was when the question came up. */
final class ConfirmationBand {

    /** Half a percent: wider than the noise of the seconds that a person needs to read, narrower than a bad surprise. */
    static final int BAND_BPS = 50;

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private final TicketModel model;
    private Optional<Price> asked = Optional.empty();

    private ConfirmationBand(TicketModel model) {
        this.model = model;
    }

    /** For as long as the model lives. */
    static void watch(TicketModel model) {
        new ConfirmationBand(model).listen();
    }

    private void listen() {
        model.stage().addListener((property, before, now) -> {
            if (!(now instanceof TicketStage.Confirming)) {
                asked = Optional.empty();
            } else if (asked.isEmpty()) {
                asked = model.marketPrice();
            }
        });
        model.market().addListener(change -> look());
    }

    private void look() {
        if (asked.isEmpty() || model.marketPrice().isEmpty()) {
            return;
        }
        Price was = asked.get();
        Price now = model.marketPrice().get();
        BigDecimal before = OrderSizing.decimal(was);
        BigDecimal moved = OrderSizing.decimal(now).subtract(before).abs();
        if (moved.multiply(BPS).compareTo(before.abs().multiply(BigDecimal.valueOf(BAND_BPS))) > 0) {
            model.lapse(was, now);
        }
    }
}
