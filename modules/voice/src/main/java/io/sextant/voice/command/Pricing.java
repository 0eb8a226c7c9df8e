package io.sextant.voice.command;

import io.sextant.domain.money.Price;

/** At which price, as it was said. */
public sealed interface Pricing {

    record AtMarket() implements Pricing {}

    /** At this price or better. */
    record AtLimit(Price price) implements Pricing {}

    /** At the market, once something traded there. */
    record AtStop(Price price) implements Pricing {}
}
