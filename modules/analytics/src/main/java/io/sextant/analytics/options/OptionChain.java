package io.sextant.analytics.options;

import io.sextant.domain.dataset.ChainSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * All contracts on one underlying at one moment, and what they say: put/call ratios, where open interest piles up, max pain, volatility at the
 * money with its skew, and the gamma that dealers hold if they bought the calls and sold the puts that stand open. That last is a common
 * reading, not a known position.
 */
public final class OptionChain {

    private static final double YEAR_DAYS = 365;
    private static final int WALLS = 3;
    private static final double SKEW_DELTA = 0.25;
    private static final double FLIP_REACH = 0.3;
    private static final int FLIP_CELLS = 120;

    private final List<OptionQuote> quotes;
    private final double spot;
    private final int day;
    private final double rate;
    private final double dividend;
    private final double multiplier;
    /** Volatility of each quote: the given one, else the one that its price implies, else NaN. */
    private final double[] volatilities;

    /** @param day of the quotes, in days since 1970-01-01 as the expiries */
    public OptionChain(
            List<OptionQuote> quotes, double spot, int day, double rate, double dividend, double multiplier) {
        if (!(spot > 0 && multiplier > 0)) {
            throw new IllegalArgumentException("spot and multiplier are positive numbers");
        }
        this.quotes = List.copyOf(quotes);
        this.spot = spot;
        this.day = day;
        this.rate = rate;
        this.dividend = dividend;
        this.multiplier = multiplier;
        volatilities = this.quotes.stream().mapToDouble(this::volatilityOf).toArray();
    }

    /** From a sheet; what the sheet does not say is given. */
    public static OptionChain of(ChainSheet sheet, double spot, double rate, double dividend, double multiplier) {
        List<OptionQuote> quotes = sheet.rows().stream()
                .map(row -> new OptionQuote(
                        row.call() ? OptionRight.CALL : OptionRight.PUT,
                        row.strike(),
                        Math.toIntExact(row.expiry().toEpochDay()),
                        row.price(),
                        row.volume(),
                        row.openInterest(),
                        row.impliedVolatility(),
                        row.gamma()))
                .toList();
        return new OptionChain(quotes, spot, Math.toIntExact(sheet.day().toEpochDay()), rate, dividend, multiplier);
    }

    private double volatilityOf(OptionQuote quote) {
        if (quote.impliedVolatility() > 0) {
            return quote.impliedVolatility();
        }
        if (!(quote.price() > 0)) {
            return Double.NaN;
        }
        double implied = ImpliedVolatility.of(
                quote.right(), quote.price(), spot, quote.strike(), years(quote.expiryDay()), rate, dividend);
        return implied > 0 ? implied : Double.NaN;
    }

    public List<OptionQuote> quotes() {
        return quotes;
    }

    public double spot() {
        return spot;
    }

    /** Of the quotes, in days since 1970-01-01. */
    public int day() {
        return day;
    }

    public double rate() {
        return rate;
    }

    public double dividend() {
        return dividend;
    }

    public double multiplier() {
        return multiplier;
    }

    /** Of a contract by its place among the quotes: the given one, else the one that its price implies, else NaN. */
    public double volatility(int place) {
        return volatilities[place];
    }

    public double years(int expiryDay) {
        return Math.max(0, expiryDay - day) / YEAR_DAYS;
    }

    /** In the order of their expiries: also the term structure of volatility at the money. */
    public List<ExpiryMetrics> expiries() {
        Map<Integer, List<Integer>> byExpiry = new TreeMap<>();
        for (int i = 0; i < quotes.size(); i++) {
            byExpiry.computeIfAbsent(quotes.get(i).expiryDay(), expiry -> new ArrayList<>())
                    .add(i);
        }
        List<ExpiryMetrics> metrics = new ArrayList<>();
        byExpiry.forEach((expiry, places) -> metrics.add(metrics(expiry, places)));
        return metrics;
    }

    private ExpiryMetrics metrics(int expiry, List<Integer> places) {
        List<OptionQuote> own = places.stream().map(quotes::get).toList();
        double pain = maxPain(own);
        double gamma = 0;
        for (int place : places) {
            gamma += zeroIfUnknown(gammaExposure(place));
        }
        return new ExpiryMetrics(
                expiry,
                years(expiry),
                own.size(),
                sum(own, OptionRight.CALL, OptionQuote::openInterest),
                sum(own, OptionRight.PUT, OptionQuote::openInterest),
                sum(own, OptionRight.CALL, OptionQuote::volume),
                sum(own, OptionRight.PUT, OptionQuote::volume),
                pain,
                payout(own, pain) * multiplier,
                walls(own, OptionRight.CALL),
                walls(own, OptionRight.PUT),
                gamma,
                atTheMoney(places),
                skew(places));
    }

    private static double zeroIfUnknown(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double sum(List<OptionQuote> own, OptionRight right, ToDoubleFunction<OptionQuote> what) {
        return own.stream()
                .filter(quote -> quote.right() == right)
                .mapToDouble(quote -> zeroIfUnknown(what.applyAsDouble(quote)))
                .sum();
    }

    /** What holders would be paid at a settlement, per unit of the multiplier. */
    private static double payout(List<OptionQuote> own, double settlement) {
        double sum = 0;
        for (OptionQuote quote : own) {
            sum += zeroIfUnknown(quote.openInterest()) * quote.right().intrinsic(settlement, quote.strike());
        }
        return sum;
    }

    /** The listed strike at which all holders together would be paid least; of equals the lowest. */
    private static double maxPain(List<OptionQuote> own) {
        double[] strikes = own.stream()
                .mapToDouble(OptionQuote::strike)
                .distinct()
                .sorted()
                .toArray();
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (double strike : strikes) {
            double paid = payout(own, strike);
            if (paid < least) {
                least = paid;
                best = strike;
            }
        }
        return best;
    }

    private static List<Double> walls(List<OptionQuote> own, OptionRight right) {
        return own.stream()
                .filter(quote -> quote.right() == right && quote.openInterest() > 0)
                .sorted(Comparator.comparingDouble(OptionQuote::openInterest)
                        .reversed()
                        .thenComparing(OptionQuote::strike))
                .limit(WALLS)
                .map(OptionQuote::strike)
                .toList();
    }

    /** Gamma in money per 1 % of the spot; as the file gives it, else by its volatility. */
    private double gammaExposure(int place) {
        OptionQuote quote = quotes.get(place);
        double gamma = Double.isNaN(quote.gamma()) ? gammaAt(place, spot) : quote.gamma();
        return quote.right().sign() * gamma * zeroIfUnknown(quote.openInterest()) * multiplier * spot * spot * 0.01;
    }

    private double gammaAt(int place, double at) {
        return greeksAt(place, at).gamma();
    }

    private Greeks greeksAt(int place, double at) {
        OptionQuote quote = quotes.get(place);
        double volatility = volatilities[place];
        return BlackScholes.greeks(new OptionTerms(
                quote.right(),
                at,
                quote.strike(),
                years(quote.expiryDay()),
                rate,
                dividend,
                Double.isNaN(volatility) ? 0 : volatility));
    }

    /** Between the nearest strikes on both sides of the spot, each the mean of the rights that have a volatility. */
    private double atTheMoney(List<Integer> places) {
        double below = nearest(places, strike -> strike <= spot);
        double above = nearest(places, strike -> strike > spot);
        double low = volatilityAt(places, below);
        double high = volatilityAt(places, above);
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Double.isNaN(low) ? high : low;
        }
        return low + (high - low) * (spot - below) / (above - below);
    }

    private double nearest(List<Integer> places, Predicate<Double> side) {
        return places.stream()
                .filter(place -> !Double.isNaN(volatilities[place]))
                .map(place -> quotes.get(place).strike())
                .filter(side)
                .min(Comparator.comparingDouble(strike -> Math.abs(strike - spot)))
                .orElse(Double.NaN);
    }

    private double volatilityAt(List<Integer> places, double strike) {
        return places.stream()
                .filter(place -> quotes.get(place).strike() == strike && !Double.isNaN(volatilities[place]))
                .mapToDouble(place -> volatilities[place])
                .average()
                .orElse(Double.NaN);
    }

    private double skew(List<Integer> places) {
        return volatilityOfDelta(places, OptionRight.PUT) - volatilityOfDelta(places, OptionRight.CALL);
    }

    /** Between the two out-of-the-money contracts whose deltas enclose a quarter; NaN when none do. */
    private double volatilityOfDelta(List<Integer> places, OptionRight right) {
        double[][] known = places.stream()
                .filter(place -> quotes.get(place).right() == right && !Double.isNaN(volatilities[place]))
                .map(place -> new double[] {Math.abs(greeksAt(place, spot).delta()), volatilities[place]})
                .sorted(Comparator.comparingDouble(pair -> pair[0]))
                .toArray(double[][]::new);
        for (int i = 1; i < known.length; i++) {
            if (known[i - 1][0] <= SKEW_DELTA && known[i][0] >= SKEW_DELTA) {
                double width = known[i][0] - known[i - 1][0];
                double share = width == 0 ? 0 : (SKEW_DELTA - known[i - 1][0]) / width;
                return known[i - 1][1] + share * (known[i][1] - known[i - 1][1]);
            }
        }
        return Double.NaN;
    }

    /** Of all expiries together. */
    public double netGamma() {
        double sum = 0;
        for (int i = 0; i < quotes.size(); i++) {
            sum += zeroIfUnknown(gammaExposure(i));
        }
        return sum;
    }

    /** Every strike with open interest, over all expiries, by strike. */
    public List<StrikeExposure> strikes() {
        Map<Double, StrikeExposure> byStrike = new TreeMap<>();
        for (int i = 0; i < quotes.size(); i++) {
            OptionQuote quote = quotes.get(i);
            double interest = zeroIfUnknown(quote.openInterest());
            if (interest > 0) {
                boolean call = quote.right() == OptionRight.CALL;
                double delta = Double.isNaN(volatilities[i])
                        ? 0
                        : quote.right().sign() * greeksAt(i, spot).delta() * spot * interest * multiplier;
                byStrike.merge(
                        quote.strike(),
                        new StrikeExposure(
                                quote.strike(),
                                call ? interest : 0,
                                call ? 0 : interest,
                                zeroIfUnknown(gammaExposure(i)),
                                delta),
                        StrikeExposure::plus);
            }
        }
        return List.copyOf(byStrike.values());
    }

    /** The strikes at which hedging is largest: most net gamma of either sign, the largest first. */
    public List<StrikeExposure> keyStrikes(int count) {
        return strikes().stream()
                .filter(strike -> strike.netGamma() != 0)
                .sorted(Comparator.comparingDouble(strike -> -Math.abs(strike.netGamma())))
                .limit(count)
                .toList();
    }

    /** The delta, in money, of the position that {@link #netGamma} belongs to; contracts without a volatility count for nothing. */
    public double dealerDelta() {
        return exposure(greeks -> greeks.delta() * spot);
    }

    /** How that delta moves, in money, for a point of volatility. */
    public double dealerVanna() {
        return exposure(greeks -> greeks.vanna() * spot * 0.01);
    }

    /** How that delta moves, in money, by a day passing. */
    public double dealerCharm() {
        return exposure(greeks -> greeks.charm() * spot / YEAR_DAYS);
    }

    private double exposure(ToDoubleFunction<Greeks> what) {
        double sum = 0;
        for (int i = 0; i < quotes.size(); i++) {
            OptionQuote quote = quotes.get(i);
            if (!Double.isNaN(volatilities[i]) && quote.openInterest() > 0) {
                sum += quote.right().sign() * what.applyAsDouble(greeksAt(i, spot)) * quote.openInterest() * multiplier;
            }
        }
        return sum;
    }

    /** How many contracts have a volatility. */
    public long withVolatility() {
        return Arrays.stream(volatilities)
                .filter(volatility -> !Double.isNaN(volatility))
                .count();
    }

    /** Net gamma as it would be at another spot, volatilities staying with their strikes. */
    public double netGammaAt(double at) {
        double sum = 0;
        for (int i = 0; i < quotes.size(); i++) {
            OptionQuote quote = quotes.get(i);
            if (!Double.isNaN(volatilities[i]) && quote.openInterest() > 0) {
                sum += quote.right().sign() * gammaAt(i, at) * quote.openInterest() * multiplier * at * at * 0.01;
            }
        }
        return sum;
    }

    /** The spot nearest to the present one at which net gamma changes its sign, within 30 %; NaN when there is none. */
    public double gammaFlip() {
        double best = Double.NaN;
        double before = spot * (1 - FLIP_REACH);
        double gammaBefore = netGammaAt(before);
        for (int i = 1; i <= FLIP_CELLS; i++) {
            double at = spot * (1 - FLIP_REACH + 2 * FLIP_REACH * i / FLIP_CELLS);
            double gamma = netGammaAt(at);
            if (gammaBefore * gamma < 0) {
                double flip = bisect(before, at, gammaBefore);
                if (!(Math.abs(best - spot) <= Math.abs(flip - spot))) {
                    best = flip;
                }
            }
            before = at;
            gammaBefore = gamma;
        }
        return best;
    }

    private double bisect(double from, double to, double gammaFrom) {
        double low = from;
        double high = to;
        while (high - low > 1e-9 * spot) {
            double middle = (low + high) / 2;
            if (netGammaAt(middle) * gammaFrom > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
