package io.sextant.voice.command;

import io.sextant.domain.money.Price;
import java.math.BigDecimal;

/** Where an exit stands, or what a price is held against: at a price, or so many percent away. */
public sealed interface Level {

    record AtPrice(Price price) implements Level {}

    record PercentAway(BigDecimal percent) implements Level {}
}
