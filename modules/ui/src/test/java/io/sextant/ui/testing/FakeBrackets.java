package io.sextant.ui.testing;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.request.BracketPreview;
import io.sextant.domain.request.DeskState;
import java.util.Optional;

/** What the fake engine says of brackets: it knows {@link #KNOWN_BARS} bars of every length, each as wide as {@link #RANGE_TICKS}. */
public final class FakeBrackets {

    /** The number of every bracket that it takes. */
    public static final OrderId NUMBER = new OrderId(900);

    public static final int KNOWN_BARS = 50;
    public static final long RANGE_TICKS = 100;

    private FakeBrackets() {}

    static BracketPreview preview(BracketTerms terms, FakeMarket market, DeskState desk, FakeGate gate) {
        Instrument instrument = market.instrument();
        OrderDraft entry = ((BracketTerms.Opening.ByOrder) terms.opening()).draft();
        Price around = entry.type().findLimit().or(entry.type()::findTrigger).orElse(market.last());
        long from = instrument.ticksOf(around);
        int sign = terms.side().sign();
        Price target = terms.exits().target();
        if (target != null && sign * (instrument.ticksOf(target) - from) <= 0) {
            return refused(Refusal.of(RefusalCode.EXITS_MISPLACED, target, "-", around), around);
        }
        return switch (terms.exits().stop()) {
            case null -> new BracketPreview(gate.check(entry, desk, market), Optional.of(around), Optional.empty());
            case ExitStop.Fixed(Price trigger) ->
                sign * (instrument.ticksOf(trigger) - from) >= 0
                        ? refused(Refusal.of(RefusalCode.EXITS_MISPLACED, "-", trigger, around), around)
                        : standing(terms, market, desk, gate, around, instrument.ticksOf(trigger));
            case ExitStop.Trailing(Trail.ByAmount(Price away)) ->
                standing(terms, market, desk, gate, around, from - sign * instrument.ticksOf(away));
            case ExitStop.Trailing(Trail.ByShare(int bps)) ->
                standing(terms, market, desk, gate, around, from - sign * (from * bps / 10_000));
            case ExitStop.Atr(var timeframe, int length, double multiple) ->
                length >= KNOWN_BARS
                        ? refused(Refusal.of(RefusalCode.TOO_FEW_BARS, length, length + 1, KNOWN_BARS), around)
                        : standing(terms, market, desk, gate, around, from - sign * (long) (multiple * RANGE_TICKS));
            case ExitStop.Chandelier(var timeframe, int length, double multiple) ->
                standing(terms, market, desk, gate, around, from - sign * (long) (multiple * RANGE_TICKS));
        };
    }

    private static BracketPreview standing(
            BracketTerms terms, FakeMarket market, DeskState desk, FakeGate gate, Price around, long stopTicks) {
        OrderDraft entry = ((BracketTerms.Opening.ByOrder) terms.opening()).draft();
        return new BracketPreview(
                gate.check(entry, desk, market),
                Optional.of(around),
                Optional.of(market.instrument().priceOf(stopTicks)));
    }

    private static BracketPreview refused(Refusal refusal, Price around) {
        return new BracketPreview(Optional.of(refusal), Optional.of(around), Optional.empty());
    }
}
