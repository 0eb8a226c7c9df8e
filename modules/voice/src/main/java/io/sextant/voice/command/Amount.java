package io.sextant.voice.command;

import io.sextant.domain.money.Quantity;
import java.math.BigDecimal;

/** How much somebody wants to trade, as it was said. */
public sealed interface Amount {

    /** So much of the instrument. */
    record Units(Quantity quantity) implements Amount {}

    /** As much as costs so much money; {@code currency} is what was said, such as DOLLAR or EUR. */
    record Value(BigDecimal amount, String currency) implements Amount {}

    /** A part of what is held. */
    record PartOfPosition(Share share) implements Amount {}
}
