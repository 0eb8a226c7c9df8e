package io.sextant.app.cli;

import io.sextant.analytics.options.ExpiryMetrics;
import io.sextant.analytics.options.OptionChain;
import io.sextant.analytics.options.VolatilitySurface;
import io.sextant.domain.dataset.ChainSheet;
import io.sextant.marketdata.file.ChainFile;
import io.sextant.marketdata.file.FileProblem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a chain of options says on one day. */
@Command(
        name = "chain",
        mixinStandardHelpOptions = true,
        description =
                "Ratios, walls, max pain, net gamma and its flip, key strikes, the fitted smiles with skew, term structure and density,"
                        + " and prices that contradict each other, from a file of a chain.")
final class OptionChainCommand implements Callable<Integer> {

    private static final int KEY_STRIKES = 5;

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description =
                    "Columns date, expiry, strike, right, open_interest, and as far as known close (or mid, price, last), volume,"
                            + " implied_volatility, gamma, row_type (underlying or option).")
    Path csv = Path.of("");

    @Option(names = "--date", required = true, paramLabel = "D", description = "Which day, 20140609 or 2014-06-09.")
    String date = "";

    @Option(
            names = "--spot",
            paramLabel = "S",
            description = "Price of the underlying; from its row in the file if not given.")
    @Nullable Double spot;

    @Option(names = "--rate", paramLabel = "R", description = "Continuous rate a year; 0 if not given.")
    double rate;

    @Option(names = "--dividend", paramLabel = "Q", description = "Continuous dividend yield a year; 0 if not given.")
    double dividend;

    @Option(names = "--multiplier", paramLabel = "N", description = "Units a contract; 100 if not given.")
    double multiplier = 100;

    @Option(names = "--json", description = "Print nothing but JSON; it is JSON in any case.")
    boolean json;

    private record Read(OptionChain chain, ChainFile file) {

        String written(int day) {
            return file.written(LocalDate.ofEpochDay(day));
        }
    }

    @Override
    public Integer call() {
        Read read = read();
        OptionChain chain = read.chain();
        VolatilitySurface surface = VolatilitySurface.of(chain);
        List<ExpiryMetrics> expiries = chain.expiries();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("date", date);
        answer.put("spot", chain.spot());
        answer.put("multiplier", multiplier);
        answer.put("withVolatility", chain.withVolatility());
        answer.put(
                "expiries",
                expiries.stream()
                        .map(each -> {
                            Map<String, Object> map = expiry(each, read.written(each.expiryDay()));
                            surface.findSlice(each.expiryDay())
                                    .ifPresent(slice -> map.putAll(SurfaceJson.slice(surface, slice, dividend)));
                            return map;
                        })
                        .toList());
        answer.put("totals", totals(chain, surface, expiries));
        answer.put("keyStrikes", SurfaceJson.keyStrikes(chain.keyStrikes(KEY_STRIKES)));
        answer.put("arbitrage", SurfaceJson.arbitrage(surface.arbitrage(), read::written));
        Json.print(Console.of(spec).out(), answer);
        return ExitCode.OK;
    }

    private static Map<String, Object> totals(
            OptionChain chain, VolatilitySurface surface, List<ExpiryMetrics> expiries) {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        double calls =
                expiries.stream().mapToDouble(ExpiryMetrics::callOpenInterest).sum();
        double puts =
                expiries.stream().mapToDouble(ExpiryMetrics::putOpenInterest).sum();
        double callVolume =
                expiries.stream().mapToDouble(ExpiryMetrics::callVolume).sum();
        double putVolume =
                expiries.stream().mapToDouble(ExpiryMetrics::putVolume).sum();
        totals.put("callOi", calls);
        totals.put("putOi", puts);
        totals.put("pcOi", number(puts / calls));
        totals.put("callVolume", callVolume);
        totals.put("putVolume", putVolume);
        totals.put("pcVolume", number(putVolume / callVolume));
        totals.put("netGex1pct", chain.netGamma());
        totals.put("gammaFlip", number(chain.gammaFlip()));
        totals.put("dealerDelta", chain.dealerDelta());
        totals.put("dealerVanna", chain.dealerVanna());
        totals.put("dealerCharm", chain.dealerCharm());
        totals.put("volatility30d", number(surface.atTheMoney(30 / 365.0)));
        totals.put("volatility90d", number(surface.atTheMoney(90 / 365.0)));
        return unchecked(totals);
    }

    private static Map<String, Object> expiry(ExpiryMetrics metrics, String text) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("expiry", text);
        map.put("years", metrics.years());
        map.put("nContracts", metrics.contracts());
        map.put("callOi", metrics.callOpenInterest());
        map.put("putOi", metrics.putOpenInterest());
        map.put("pcOi", number(metrics.putCallOpenInterest()));
        map.put("callVolume", metrics.callVolume());
        map.put("putVolume", metrics.putVolume());
        map.put("pcVolume", number(metrics.putCallVolume()));
        map.put("maxPainStrike", number(metrics.maxPainStrike()));
        map.put("maxPainTotalPayout", number(metrics.maxPainPayout()));
        map.put("netGex1pct", metrics.netGamma());
        map.put(
                "maxCallOiStrike",
                metrics.callWalls().isEmpty() ? null : metrics.callWalls().getFirst());
        map.put(
                "maxPutOiStrike",
                metrics.putWalls().isEmpty() ? null : metrics.putWalls().getFirst());
        map.put("callWalls", metrics.callWalls());
        map.put("putWalls", metrics.putWalls());
        map.put("atmVolatility", number(metrics.atTheMoney()));
        map.put("skew25", number(metrics.skew()));
        return unchecked(map);
    }

    /** Jackson writes nulls as they are. */
    @SuppressWarnings("NullAway")
    private static Map<String, Object> unchecked(Map<String, @Nullable Object> map) {
        return new LinkedHashMap<>(map);
    }

    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private Read read() {
        LocalDate day = day();
        ChainFile file = ChainFile.read(csv);
        if (!file.days().contains(day)) {
            throw new RefusedByRule("The file " + csv + " has no option on " + date + ".");
        }
        ChainSheet sheet = file.sheet(day);
        Double given = spot;
        double price = given == null ? sheet.underlying() : given;
        if (!(price > 0)) {
            throw new RefusedByRule(
                    "The file has no row of the underlying on " + date + "; give its price with --spot.");
        }
        return new Read(OptionChain.of(sheet, price, rate, dividend, multiplier), file);
    }

    private LocalDate day() {
        try {
            return ChainFile.day(date);
        } catch (FileProblem noDay) {
            throw new RefusedByRule(String.valueOf(noDay.getMessage()));
        }
    }
}
