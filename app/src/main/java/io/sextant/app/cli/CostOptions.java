package io.sextant.app.cli;

import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.RecordedBacktest;
import io.sextant.engine.backtest.RecordedMarket;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.engine.backtest.TradingCosts.FeeTier;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what a backtest begins, how its orders trade and what that costs. */
final class CostOptions {

    private static final double BPS = 1e4;
    private static final double PERCENT = 100;

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "With how much it begins; 10000 if not given.")
    double cash = 10_000;

    @Option(
            names = "--commission-bps",
            paramLabel = "BPS",
            description = "Of the notional of each side, in hundredths of a percent; 0 if not given.")
    double commissionBps;

    @Option(
            names = "--fee-tiers",
            split = ",",
            paramLabel = "FROM:MAKER:TAKER",
            description = "Fees in bps by what was traded in the thirty days before, as 0:10:10,100000:8:9.")
    List<String> tiers = List.of();

    @Option(
            names = "--spread-bps",
            paramLabel = "BPS",
            description = "Between bid and ask; half of it is paid each time.")
    double spreadBps;

    @Option(names = "--slippage-bps", paramLabel = "BPS", description = "Lost each time on top of the spread.")
    double slippageBps;

    @Option(
            names = "--impact",
            paramLabel = "Y",
            description =
                    "The price moves by Y deviations of a bar times the root of the order's share of a bar's volume.")
    double impact;

    @Option(names = "--borrow-pct", paramLabel = "PERCENT", description = "A year, of the worth of what is sold short.")
    double borrowPercent;

    @Option(
            names = "--funding-bps",
            paramLabel = "BPS",
            description = "Paid by who is long to who is short at 0, 8 and 16 o'clock UTC; may be below nought.")
    double fundingBps;

    @Option(
            names = "--margin-pct",
            paramLabel = "PERCENT",
            description =
                    "On margin: all is closed where the equity is less than this of what is held. Without it all is paid in full.")
    double marginPercent;

    @Option(
            names = "--delisted-pct",
            paramLabel = "PERCENT",
            description =
                    "Lost of the last close where bars of an instrument end five of them or more before those of others.")
    @Nullable Double delistedPercent;

    @Option(names = "--fractional", description = "Parts of a unit can be held.")
    boolean fractional;

    @Option(
            names = "--fill",
            paramLabel = "HOW",
            description = "next-open, or bar-path: on the way over both extremes, the worse one first.")
    String fill = "next-open";

    @Option(
            names = "--latency-ms",
            paramLabel = "MS",
            description = "How long an order takes to its venue; over a recording 20 if not given.")
    @Nullable Long latencyMillis;

    /** Refuses by an exception that says why. */
    BacktestTerms terms() {
        TradingCosts costs = TradingCosts.commission(commissionBps / BPS)
                .withPrices(spreadBps, slippageBps, impact)
                .withHolding(borrowPercent / PERCENT, fundingBps / BPS)
                .withTiers(feeTiers());
        return new BacktestTerms(
                cash,
                fractional,
                costs,
                fillModel(),
                TimeUnit.MILLISECONDS.toNanos(latencyMillis == null ? 0 : latencyMillis),
                marginPercent / PERCENT,
                delistedPercent == null ? Double.NaN : -delistedPercent / PERCENT);
    }

    /** Says what would otherwise look like a strategy that wants nothing: that a whole unit was never within the cash. */
    void tellUnits(List<PricedBars> priced, PrintWriter errors) {
        if (fractional) {
            return;
        }
        for (PricedBars each : priced) {
            double least = DoubleStream.of(each.bars().low())
                    .limit(each.bars().size())
                    .min()
                    .orElse(0);
            if (least > cash) {
                errors.printf(
                        Locale.ENGLISH,
                        "sextant: One unit of %s never cost less than %,.2f, and there is %,.2f: none of it can be bought."
                                + " --fractional lets parts of a unit be held, --cash begins with more.%n",
                        each.id().symbol(),
                        least,
                        cash);
                errors.flush();
            }
        }
    }

    /** Refuses what a recording tells by itself. */
    BacktestTerms recordedTerms(RecordedMarket recorded) {
        boolean otherCosts = commissionBps != 0
                || spreadBps != 0
                || slippageBps != 0
                || impact != 0
                || borrowPercent != 0
                || fundingBps != 0
                || marginPercent != 0
                || delistedPercent != null
                || !tiers.isEmpty();
        if (otherCosts || fractional || !fill.equals(FillModel.NEXT_OPEN.label())) {
            throw new IllegalArgumentException(
                    "a recording has its own prices, sizes and fees; only --cash and --latency-ms" + " are chosen");
        }
        Long millis = latencyMillis;
        return RecordedBacktest.terms(
                recorded,
                cash,
                millis == null ? RecordedBacktest.LATENCY_NANOS_USUAL : TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private FillModel fillModel() {
        for (FillModel each : List.of(FillModel.NEXT_OPEN, FillModel.BAR_PATH)) {
            if (each.label().equals(fill)) {
                return each;
            }
        }
        throw new IllegalArgumentException("orders are filled by --fill next-open or bar-path, not " + fill);
    }

    private List<FeeTier> feeTiers() {
        List<FeeTier> read = new ArrayList<>();
        for (String text : tiers) {
            String[] parts = text.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException(
                        "a tier is a volume, the maker's and the taker's fee in bps, as 100000:8:9, not " + text);
            }
            read.add(new FeeTier(number(parts[0]), number(parts[1]) / BPS, number(parts[2]) / BPS));
        }
        return read;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("a tier has numbers, not '" + text + "'", none);
        }
    }
}
