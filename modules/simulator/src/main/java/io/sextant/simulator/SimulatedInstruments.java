package io.sextant.simulator;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.simulator.agent.AgentProfile;
import io.sextant.simulator.history.BarProfile;
import io.sextant.simulator.process.Season;
import io.sextant.simulator.process.ValueProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the simulated market trades, with the calibration of each: coins and futures on the grids of real venues, four
 * companies that do not exist (their symbols end in .SIM) and the index of their shares. Prices to start from are round
 * figures, not quotations of any day.
 */
public final class SimulatedInstruments {

    private static final double CRYPTO_MARKET = 0.40;
    private static final double CRYPTO_GROUP = 0.75;
    private static final double STOCK_MARKET = 0.45;
    private static final double STOCK_GROUP = 0.35;
    private static final double CRYPTO_DRIFT = 0.10;
    private static final double STOCK_DRIFT = 0.06;

    private static final double INDEX_LEVEL = 6_000;

    /** Shares of NARWHAL, QUILL, BRAMBLE and THISTLE in the index, and in the technology-heavy basket that MNQ follows. */
    private static final double[] INDEX_WEIGHTS = {0.30, 0.28, 0.22, 0.20};

    private static final double[] TECHNOLOGY_WEIGHTS = {0.50, 0.40, 0.06, 0.04};
    private static final int FIRST_SHARE = 5;

    private static final FeeSchedule SPOT_FEES = FeeSchedule.tenthsOfBps(100, 100);
    private static final FeeSchedule SHARE_FEES = FeeSchedule.perLot(500_000);
    private static final FeeSchedule ES_FEES = FeeSchedule.perLot(225_000_000);
    private static final FeeSchedule MNQ_FEES = FeeSchedule.perLot(62_000_000);

    private final List<Entry> entries = new ArrayList<>();
    private final InstrumentCatalog catalog;

    /** An instrument with what drives its worth, how it is traded unless it is an index, and what its older bars add. */
    private record Entry(Instrument instrument, ValueProfile value, Optional<AgentProfile> agents, BarProfile bars) {}

    public SimulatedInstruments(long startNanos) {
        addCoins();
        addFutures(nextQuarterlyExpiry(startNanos));
        addShares();
        addIndex();
        catalog = new InstrumentCatalog(entries.stream().map(Entry::instrument).toList());
    }

    private void addCoins() {
        coin(
                Currency.BTC,
                "Bitcoin",
                TradingRules.of("0.5", "0.0001"),
                64_000,
                new AgentProfile(0.025, 5.0, 5, 4, 5, 5_000, 300),
                new BarProfile(2.5, 530, 309_000, 0.10));
        coin(
                Currency.ETH,
                "Ether",
                TradingRules.of("0.05", "0.001"),
                3_200,
                new AgentProfile(0.032, 3.0, 4, 3, 4, 8_000, 500),
                new BarProfile(1.5, 410, 422_000, 0.12));
        coin(
                Currency.SOL,
                "Solana",
                TradingRules.of("0.01", "0.01"),
                150,
                new AgentProfile(0.042, 0.8, 3, 2, 3, 12_000, 800),
                new BarProfile(0.6, 320, 494_000, 0.15));
    }

    /** Their daily volatilities are what their baskets come to, from the shares' own and the loadings above. */
    private void addFutures(long expiryNanos) {
        future(
                "ES",
                "Broad index future",
                50,
                INDEX_LEVEL,
                ES_FEES,
                expiryNanos,
                INDEX_WEIGHTS,
                new AgentProfile(0.0126, 0.45, 3, 2.2, 3, 40, 2),
                new BarProfile(0.5, 200, 1_236, 0.18));
        future(
                "MNQ",
                "Technology index future",
                2,
                21_500,
                MNQ_FEES,
                expiryNanos,
                TECHNOLOGY_WEIGHTS,
                new AgentProfile(0.0158, 2.0, 4, 2, 2.5, 14, 1),
                new BarProfile(0.8, 180, 633, 0.17));
    }

    private void addShares() {
        share(
                "NARWHAL.SIM",
                "Narwhal Deepsea Robotics",
                182.40,
                new AgentProfile(0.022, 0.8, 2.0, 0.8, 1.5, 300, 40),
                new BarProfile(0.5, 90, 9_070, 0.27));
        share(
                "QUILL.SIM",
                "Quillfeather Computing",
                412.00,
                new AgentProfile(0.019, 1.5, 2.0, 0.7, 1.4, 200, 25),
                new BarProfile(0.6, 80, 5_490, 0.26));
        share(
                "BRAMBLE.SIM",
                "Bramblemoor Power",
                96.50,
                new AgentProfile(0.015, 0.5, 1.6, 0.6, 1.2, 500, 60),
                new BarProfile(0.5, 65, 9_000, 0.33));
        share(
                "THISTLE.SIM",
                "Thistledown Pantry",
                164.20,
                new AgentProfile(0.011, 0.45, 1.4, 0.5, 1.0, 700, 80),
                new BarProfile(0.5, 65, 9_000, 0.35));
    }

    private void addIndex() {
        TradingRules rules = TradingRules.of("0.01", "1");
        Instrument index = new Index(
                InstrumentId.of("SIM4"), "Index of the four invented shares (simulated)", Currency.USD, rules);
        double ticks = INDEX_LEVEL / rules.tick().toDouble();
        ValueProfile value = ValueProfile.basket(Season.STOCKS, ticks, 0.0126, shares(INDEX_WEIGHTS));
        entries.add(new Entry(index, value, Optional.empty(), new BarProfile(0, 30, 0, 0)));
    }

    private void coin(
            Currency base, String name, TradingRules rules, double price, AgentProfile agents, BarProfile bars) {
        Instrument pair = new SpotPair(
                InstrumentId.of(base.code() + "-USDT"),
                name + " / Tether (simulated)",
                base,
                Currency.USDT,
                rules,
                SPOT_FEES);
        ValueProfile value = ValueProfile.own(
                Season.CRYPTO,
                price / rules.tick().toDouble(),
                agents.dailyVolatility(),
                CRYPTO_MARKET,
                CRYPTO_GROUP,
                CRYPTO_DRIFT);
        entries.add(new Entry(pair, value, Optional.of(agents), bars));
    }

    private void future(
            String symbol,
            String name,
            long multiplier,
            double price,
            FeeSchedule fees,
            long expiryNanos,
            double[] weights,
            AgentProfile agents,
            BarProfile bars) {
        TradingRules rules = TradingRules.of("0.25", "1");
        Instrument future = new Future(
                InstrumentId.of(symbol),
                name + ", front month (simulated)",
                Currency.USD,
                rules,
                fees,
                multiplier,
                expiryNanos);
        double ticks = price / rules.tick().toDouble();
        ValueProfile value = ValueProfile.basket(Season.STOCKS, ticks, agents.dailyVolatility(), shares(weights));
        entries.add(new Entry(future, value, Optional.of(agents), bars));
    }

    private void share(String symbol, String name, double price, AgentProfile agents, BarProfile bars) {
        TradingRules rules = TradingRules.of("0.01", "1");
        Instrument equity =
                new Equity(InstrumentId.of(symbol), name + " (invented company)", Currency.USD, rules, SHARE_FEES);
        ValueProfile value = ValueProfile.own(
                Season.STOCKS,
                price / rules.tick().toDouble(),
                agents.dailyVolatility(),
                STOCK_MARKET,
                STOCK_GROUP,
                STOCK_DRIFT);
        entries.add(new Entry(equity, value, Optional.of(agents), bars));
    }

    public InstrumentCatalog catalog() {
        return catalog;
    }

    /** Ticks from which the market starts at {@link SimulatorSettings#startNanos()}. */
    public long startTicks(int instrument) {
        return Math.round(entries.get(instrument).value().startTicks());
    }

    List<ValueProfile> valueProfiles() {
        return entries.stream().map(Entry::value).toList();
    }

    ValueProfile valueProfile(int instrument) {
        return entries.get(instrument).value();
    }

    /** How it is traded; empty for an index. */
    Optional<AgentProfile> agentProfile(int instrument) {
        return entries.get(instrument).agents();
    }

    BarProfile barProfile(int instrument) {
        return entries.get(instrument).bars();
    }

    private static double[] shares(double[] weights) {
        double[] basket = new double[FIRST_SHARE + weights.length];
        System.arraycopy(weights, 0, basket, FIRST_SHARE, weights.length);
        return basket;
    }

    /** The third Friday of the next March, June, September or December that is more than a week away, 14:30 UTC. */
    private static long nextQuarterlyExpiry(long startNanos) {
        LocalDate start = Instant.ofEpochSecond(startNanos / 1_000_000_000L)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        LocalDate month = start.withDayOfMonth(1);
        while (true) {
            LocalDate thirdFriday = month.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
            if (month.getMonthValue() % 3 == 0 && thirdFriday.isAfter(start.plusDays(7))) {
                return thirdFriday.atTime(14, 30).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
            }
            month = month.plusMonths(1);
        }
    }
}
