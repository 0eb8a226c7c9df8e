package io.sextant.exchange.standin.market;

/** A bar in ticks and lots. */
public record TruthBar(long openNanos, long open, long high, long low, long close, long lots) {

    TruthBar with(Deal deal) {
        return new TruthBar(
                openNanos,
                open,
                Math.max(high, deal.ticks()),
                Math.min(low, deal.ticks()),
                deal.ticks(),
                lots + deal.lots());
    }

    static TruthBar of(long openNanos, Deal deal) {
        return new TruthBar(openNanos, deal.ticks(), deal.ticks(), deal.ticks(), deal.ticks(), deal.lots());
    }
}
