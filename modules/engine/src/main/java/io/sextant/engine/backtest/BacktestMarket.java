package io.sextant.engine.backtest;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.marketdata.bar.CorporateAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Bars of the past with the instruments that stand for them: the tick is as fine as the prices are written, a lot as fine as it can be within
 * what the ledger counts exactly. All are quoted in the one currency of the run.
 */
public final class BacktestMarket {

    private static final int MOST_DECIMALS = 10;
    /** Where parts of a unit can be held, the smallest part is worth a cent at most. */
    private static final int LOT_WORTH_DECIMALS = 2;

    private static final double ROOM_TO_GROW = 1e4;
    private static final double MOST_TICKS = 1L << 45;
    private static final double MOST_LOTS = 1L << 55;

    private final List<PricedBars> given;
    private final List<TestedSeries> series;
    private final InstrumentCatalog catalog;
    private final Currency currency;

    /**
     * What is tested on.
     *
     * @param actions of a share, by which nobody trades: dividends are paid in cash, splits are made undone in all bars before them
     */
    public record PricedBars(InstrumentId id, BarSeries bars, List<CorporateAction> actions) {

        public PricedBars {
            actions = List.copyOf(actions);
            if (bars.isEmpty()) {
                throw new IllegalArgumentException("there are no bars of " + id);
            }
            for (int i = 0; i < bars.size(); i++) {
                if (!(bars.open()[i] > 0 && bars.high()[i] > 0 && bars.low()[i] > 0 && bars.close()[i] > 0)) {
                    throw new IllegalArgumentException("a price of " + id + " is not above nought, in bar " + (i + 1));
                }
            }
        }

        public PricedBars(InstrumentId id, BarSeries bars) {
            this(id, bars, List.of());
        }
    }

    /** How finely an instrument's prices and quantities are counted, which goes by all of its bars. */
    public record Fineness(int priceDecimals, int lotDecimals) {}

    private BacktestMarket(List<PricedBars> given, BacktestTerms terms, List<Fineness> told) {
        this.given = List.copyOf(given);
        int moneyScale = moneyScale(terms.cash());
        currency = new Currency("USD", moneyScale);
        series = new ArrayList<>();
        for (PricedBars each : given) {
            BarSeries bars = Splits.undone(each.bars(), each.actions());
            Fineness fineness = told.isEmpty() ? fineness(bars, terms) : told.get(series.size());
            series.add(TestedSeries.of(instrument(each.id(), fineness, terms), bars));
        }
        catalog = new InstrumentCatalog(
                series.stream().map(TestedSeries::instrument).toList());
    }

    private BacktestMarket(List<PricedBars> given, List<TestedSeries> series) {
        this.given = List.copyOf(given);
        this.series = List.copyOf(series);
        catalog = new InstrumentCatalog(
                series.stream().map(TestedSeries::instrument).toList());
        currency = catalog.get(0).quote();
    }

    /** Bars that were made of a recording's trades, of the instruments that were recorded. */
    static BacktestMarket recorded(List<Instrument> instruments, List<BarSeries> bars, LongUnaryOperator endOfOpen) {
        List<PricedBars> given = new ArrayList<>();
        List<TestedSeries> series = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            BarSeries of = bars.get(i);
            given.add(new PricedBars(instruments.get(i).id(), of));
            long[] opens = Arrays.copyOf(of.openTimeNanos(), of.size());
            series.add(TestedSeries.of(
                    instruments.get(i), of, Arrays.stream(opens).map(endOfOpen).toArray()));
        }
        return new BacktestMarket(given, series);
    }

    public static BacktestMarket of(List<PricedBars> given, BacktestTerms terms) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("there are some bars to test on");
        }
        return new BacktestMarket(given, terms, List.of());
    }

    public static BacktestMarket of(BarSeries bars, BacktestTerms terms) {
        return of(List.of(new PricedBars(InstrumentId.of("TESTED"), bars)), terms);
    }

    /**
     * The same counted as finely as told: bars that end earlier or go on otherwise are rounded as those that they are compared with.
     *
     * @param fineness of each instrument
     */
    public static BacktestMarket of(List<PricedBars> given, BacktestTerms terms, List<Fineness> fineness) {
        if (fineness.size() != given.size()) {
            throw new IllegalArgumentException(
                    fineness.size() + " instruments are told how to be counted, and " + given.size() + " are tested");
        }
        return new BacktestMarket(given, terms, fineness);
    }

    /** Of each instrument. */
    public List<Fineness> fineness() {
        return catalog.all().stream()
                .map(Instrument::rules)
                .map(rules -> new Fineness(rules.tick().scale(), rules.lot().scale()))
                .toList();
    }

    /** As many decimals as leave room for the cash to grow ten thousand times. */
    private static int moneyScale(double cash) {
        int scale = MOST_DECIMALS;
        while (scale > 0 && cash * ROOM_TO_GROW * Math.pow(10, scale) > Long.MAX_VALUE) {
            scale--;
        }
        return scale;
    }

    private Fineness fineness(BarSeries bars, BacktestTerms terms) {
        double highest = Decimal.highest(bars.high(), bars.size());
        int forLots = terms.fractional() ? (int) Math.max(0, Math.ceil(Math.log10(highest)) + LOT_WORTH_DECIMALS) : 0;
        int priceDecimals = Decimal.places(bars, Math.max(0, currency.scale() - forLots));
        while (priceDecimals > 0 && highest * Math.pow(10, priceDecimals) > MOST_TICKS) {
            priceDecimals--;
        }
        int lotDecimals = currency.scale() - priceDecimals;
        double volume = Decimal.highest(bars.volume(), bars.size());
        while (lotDecimals > 0 && volume * Math.pow(10, lotDecimals) > MOST_LOTS) {
            lotDecimals--;
        }
        return new Fineness(priceDecimals, lotDecimals);
    }

    private Instrument instrument(InstrumentId id, Fineness fineness, BacktestTerms terms) {
        Quantity lot = Quantity.of(1, fineness.lotDecimals());
        TradingRules rules = new TradingRules(Price.of(1, fineness.priceDecimals()), lot, lot);
        long partsPerMillion = TradingCosts.partsPerMillion(terms.costs().highestCommissionShare());
        FeeSchedule fees = new FeeSchedule(partsPerMillion, partsPerMillion, 0, FeeSchedule.FeeCurrency.QUOTE);
        return terms.isOnMargin()
                ? new Future(id, id.symbol(), currency, rules, fees, 1, Long.MAX_VALUE)
                : new Equity(id, id.symbol(), currency, rules, fees);
    }

    public int instruments() {
        return series.size();
    }

    public InstrumentId id(int instrument) {
        return catalog.get(instrument).id();
    }

    /** The bars as they are traded on: on the grid, without splits. */
    public BarSeries bars(int instrument) {
        return series.get(instrument).bars();
    }

    /** When each bar is over, at which a strategy hears of it. */
    public long[] endNanos(int instrument) {
        return series.get(instrument).endNanos().clone();
    }

    /** What was given, as it was given. */
    public List<PricedBars> given() {
        return given;
    }

    /** Openings of all bars, each once, in order. */
    public long[] timeNanos() {
        return series.size() == 1
                ? series.getFirst().bars().openTimeNanos().clone()
                : series.stream()
                        .flatMapToLong(each -> IntStream.range(0, each.size())
                                .mapToLong(i -> each.bars().openTimeNanos()[i]))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    List<TestedSeries> series() {
        return series;
    }

    InstrumentCatalog catalog() {
        return catalog;
    }

    Currency currency() {
        return currency;
    }
}
