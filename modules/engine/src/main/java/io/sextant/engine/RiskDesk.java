package io.sextant.engine;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.TailRisk;
import io.sextant.risk.measure.CommonReturns;
import io.sextant.risk.measure.HistoricalTail;
import io.sextant.risk.sizing.PositionSizer;
import io.sextant.risk.sizing.SizedLots;
import io.sextant.risk.sizing.SizingFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Says what an order does to the risk of the desk, from the past days of what it holds. Reads bars, so never on the loop's thread. */
final class RiskDesk {

    /** Two years of a market that trades on weekdays. */
    static final int DAYS = 500;

    /** Fewer would make one day in twenty a matter of two or three days. */
    static final int FEWEST_DAYS = 60;

    static final double CONFIDENCE = 0.95;

    private static final double MAX_LEVERAGE = 1;
    private static final double MAX_LEVERAGE_ON_MARGIN = 5;
    private static final IndicatorSpec DAILY_RANGE = IndicatorSpec.parse("atr:14");

    private final InstrumentCatalog instruments;
    private final Function<Query.Bars, BarSeries> bars;
    private final Map<InstrumentId, DailyBars> known = new ConcurrentHashMap<>();

    private record DailyBars(long dayBegan, BarSeries complete) {}

    RiskDesk(InstrumentCatalog instruments, Function<Query.Bars, BarSeries> bars) {
        this.instruments = instruments;
        this.bars = bars;
    }

    /** @param previews of the orders, in their order */
    OrderRisk ofOrders(List<OrderDraft> drafts, List<OrderPreview> previews, DeskState desk) {
        Account account = desk.account();
        Map<InstrumentId, Double> before = exposures(desk);
        Map<InstrumentId, Double> after = new LinkedHashMap<>(before);
        for (int i = 0; i < drafts.size(); i++) {
            OrderDraft draft = drafts.get(i);
            if (!instruments.contains(draft.instrument())
                    || previews.get(i).notional().isEmpty()) {
                return new OrderRisk.NoPrice(draft.instrument());
            }
            OptionalDouble ordered = reported(previews.get(i).notional().get(), account);
            if (ordered.isEmpty()) {
                return new OrderRisk.NoPrice(draft.instrument());
            }
            after.merge(draft.instrument(), draft.side().sign() * ordered.getAsDouble(), Double::sum);
        }
        List<InstrumentId> held = List.copyOf(after.keySet());
        CommonReturns returns = returns(held, desk.marketNanos());
        if (returns.days() < FEWEST_DAYS) {
            return new OrderRisk.TooLittleHistory(shortOnes(held, desk.marketNanos()), returns.days(), FEWEST_DAYS);
        }
        return new OrderRisk.Measured(
                account.equity().currency(),
                CONFIDENCE,
                returns.days(),
                account.equity().toDouble(),
                tail(returns, held, before),
                tail(returns, held, after));
    }

    SizeSuggestion size(Query.Size wanted, DeskState desk) {
        if (!instruments.contains(wanted.instrument())) {
            return new SizeSuggestion.NoPrice(wanted.instrument());
        }
        Account account = desk.account();
        Instrument instrument = instruments.get(instruments.indexOf(wanted.instrument()));
        if (!instrument.isOnTick(wanted.price()) || !wanted.price().isPositive()) {
            return new SizeSuggestion.NoPrice(wanted.instrument());
        }
        OptionalDouble lotValue = reported(instrument.notional(instrument.ticksOf(wanted.price()), 1), account);
        if (lotValue.isEmpty() || !(lotValue.getAsDouble() > 0)) {
            return new SizeSuggestion.NoPrice(wanted.instrument());
        }
        BarSeries days = complete(wanted.instrument(), desk.marketNanos());
        Map<InstrumentId, Double> held = exposures(desk);
        held.putIfAbsent(wanted.instrument(), 0.0);
        List<InstrumentId> names = List.copyOf(held.keySet());
        CommonReturns returns = returns(names, desk.marketNanos());
        int common = Math.min(returns.days(), days.size());
        if (common < FEWEST_DAYS) {
            return new SizeSuggestion.TooLittleHistory(wanted.instrument(), common, FEWEST_DAYS);
        }
        double range = DAILY_RANGE.columns(days)[0][days.size() - 1];
        double lotRange = range / wanted.price().toDouble() * lotValue.getAsDouble();
        if (!(lotRange > 0)) {
            return new SizeSuggestion.TooLittleHistory(wanted.instrument(), 0, FEWEST_DAYS);
        }
        SizingFacts facts = new SizingFacts(
                account.equity().toDouble(),
                lotValue.getAsDouble(),
                lotRange,
                returns.outcomes(amounts(names, held)),
                returns.outcomes(
                        amounts(names, Map.of(wanted.instrument(), wanted.side().sign() * lotValue.getAsDouble()))));
        return suggestion(wanted, instrument, facts, account.equity().currency());
    }

    private static SizeSuggestion suggestion(
            Query.Size wanted, Instrument instrument, SizingFacts facts, Currency currency) {
        double leverage = instrument.isPaidInFull() ? MAX_LEVERAGE : MAX_LEVERAGE_ON_MARGIN;
        PositionSizer sizer = new PositionSizer(CONFIDENCE, leverage);
        SizedLots sized = sizer.size(wanted.rule(), facts);
        return sized.nothing()
                .<SizeSuggestion>map(SizeSuggestion.Nothing::new)
                .orElseGet(() -> new SizeSuggestion.Suggested(
                        instrument.quantityOf(sized.lots()),
                        currency,
                        sized.lots() * facts.lotRange(),
                        sizer.shortfall(facts, sized.lots()),
                        sized.capped()));
    }

    /** What is held of each instrument in the currency of the reports, with its sign. */
    static Map<InstrumentId, Double> exposures(DeskState desk) {
        Map<InstrumentId, Double> exposures = new LinkedHashMap<>();
        for (Position position : desk.positions()) {
            if (!position.isFlat()) {
                double size = Math.abs(reported(position.exposure(), desk.account())
                        .orElseThrow(() -> new IllegalStateException("no rate for the position in "
                                + position.instrument() + ", though the account counts it")));
                exposures.put(position.instrument(), Long.signum(position.signedUnits()) * size);
            }
        }
        return exposures;
    }

    /** In the currency of the reports; empty where no rate is known. */
    static OptionalDouble reported(Money amount, Account account) {
        Currency reporting = account.equity().currency();
        if (amount.currency().equals(reporting)) {
            return OptionalDouble.of(amount.toDouble());
        }
        return account.rates().stream()
                .filter(rate ->
                        rate.from().equals(amount.currency()) && rate.to().equals(reporting))
                .mapToDouble(rate -> amount.toDouble() * rate.rate().toDouble())
                .findFirst();
    }

    private static TailRisk tail(CommonReturns returns, List<InstrumentId> names, Map<InstrumentId, Double> exposures) {
        return HistoricalTail.of(returns.outcomes(amounts(names, exposures)), CONFIDENCE);
    }

    static double[] amounts(List<InstrumentId> names, Map<InstrumentId, Double> exposures) {
        return names.stream()
                .mapToDouble(name -> exposures.getOrDefault(name, 0.0))
                .toArray();
    }

    CommonReturns returns(List<InstrumentId> names, long nowNanos) {
        List<BarSeries> series = new ArrayList<>();
        names.forEach(name -> series.add(complete(name, nowNanos)));
        return CommonReturns.of(series, DAYS);
    }

    boolean knows(InstrumentId name) {
        return instruments.contains(name);
    }

    /** Those that have too few days themselves; all when only their days in common are too few. */
    List<InstrumentId> shortOnes(List<InstrumentId> names, long nowNanos) {
        List<InstrumentId> few = names.stream()
                .filter(name -> complete(name, nowNanos).size() <= FEWEST_DAYS)
                .toList();
        return few.isEmpty() ? names : few;
    }

    /** Days that are over; read once a day. */
    private BarSeries complete(InstrumentId instrument, long nowNanos) {
        long dayNanos = Timeframe.D1.nominalNanos();
        long dayBegan = Math.floorDiv(nowNanos, dayNanos) * dayNanos;
        DailyBars before = known.get(instrument);
        if (before != null && before.dayBegan() == dayBegan) {
            return before.complete();
        }
        BarSeries days = bars.apply(new Query.Bars(instrument, Timeframe.D1, dayBegan, DAYS + 1));
        known.put(instrument, new DailyBars(dayBegan, days));
        return days;
    }
}
