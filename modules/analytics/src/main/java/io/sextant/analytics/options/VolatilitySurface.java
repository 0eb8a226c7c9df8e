package io.sextant.analytics.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Volatility over strike and time: a smile for each expiry with enough strikes, and between expiries total variance, linear in time at the same
 * log moneyness, which keeps it free of calendar arbitrage where the smiles are. Beyond the strikes of an expiry its smile is drawn on, free of
 * butterflies but perhaps crossing another. Before the first and after the last expiry volatility stays.
 *
 * <p>Each strike speaks through its option out of the money. The forward of an expiry is the median of what put-call parity says at the strikes
 * nearest the spot, where prices tell; else the spot carried by rate and dividend.
 */
public final class VolatilitySurface {

    /** Deviations of the log price within which strikes are listened to; beyond, closing prices tell of ticks more than of chance. */
    private static final double DEVIATIONS_MAX = 5;

    private static final double LEAST_REACH = 0.1;
    private static final double PARITY_REACH = 0.1;
    private static final int PARITY_STRIKES = 5;

    /**
     * One expiry.
     *
     * @param points by strike
     * @param error root of the mean squared distance of the points from the smile, in volatility
     */
    public record Slice(
            int expiryDay, double years, double forward, SviSmile smile, List<SmilePoint> points, double error) {

        public Slice {
            points = List.copyOf(points);
        }

        /** Log moneyness of the lowest strike. */
        double lowest() {
            return Math.log(points.getFirst().strike() / forward);
        }

        double highest() {
            return Math.log(points.getLast().strike() / forward);
        }

        /** Between the quotes on both sides; NaN beyond them. */
        double quotedVariance(double k) {
            for (int i = 1; i < points.size(); i++) {
                double low = Math.log(points.get(i - 1).strike() / forward);
                double high = Math.log(points.get(i).strike() / forward);
                if (low <= k && k <= high) {
                    double below = variance(points.get(i - 1));
                    return below + (variance(points.get(i)) - below) * (k - low) / (high - low);
                }
            }
            return Double.NaN;
        }

        private double variance(SmilePoint point) {
            return point.volatility() * point.volatility() * years;
        }
    }

    private final double spot;
    private final double carry;
    private final List<Slice> slices;

    private VolatilitySurface(double spot, double carry, List<Slice> slices) {
        this.spot = spot;
        this.carry = carry;
        this.slices = List.copyOf(slices);
    }

    /** From what a chain says; expiries with fewer than five usable strikes are left out. */
    public static VolatilitySurface of(OptionChain chain) {
        Map<Integer, List<OptionQuote>> byExpiry = new TreeMap<>();
        for (OptionQuote quote : chain.quotes()) {
            if (quote.expiryDay() > chain.day()) {
                byExpiry.computeIfAbsent(quote.expiryDay(), day -> new ArrayList<>())
                        .add(quote);
            }
        }
        List<Slice> slices = new ArrayList<>();
        byExpiry.forEach((day, quotes) -> {
            double years = chain.years(day);
            double forward = forward(chain, quotes, years);
            List<SmilePoint> points = points(chain, quotes, years, forward);
            if (points.size() >= SviFit.POINTS_MIN) {
                Optional<Slice> before = slices.isEmpty() ? Optional.empty() : Optional.of(slices.getLast());
                SviSmile smile = SviFit.of(points, years, forward, before);
                slices.add(new Slice(day, years, forward, smile, points, error(points, smile)));
            }
        });
        return new VolatilitySurface(chain.spot(), chain.rate() - chain.dividend(), slices);
    }

    private static double error(List<SmilePoint> points, SviSmile smile) {
        double sum = 0;
        for (SmilePoint point : points) {
            double off = smile.volatility(point.strike()) - point.volatility();
            sum += off * off;
        }
        return Math.sqrt(sum / points.size());
    }

    private static double forward(OptionChain chain, List<OptionQuote> quotes, double years) {
        double carried = chain.spot() * Math.exp((chain.rate() - chain.dividend()) * years);
        Map<Double, OptionQuote> puts = new LinkedHashMap<>();
        quotes.stream()
                .filter(quote -> quote.right() == OptionRight.PUT && quote.price() > 0)
                .forEach(put -> puts.put(put.strike(), put));
        double[] said = quotes.stream()
                .filter(quote -> quote.right() == OptionRight.CALL
                        && quote.price() > 0
                        && puts.containsKey(quote.strike())
                        && Math.abs(Math.log(quote.strike() / chain.spot())) < PARITY_REACH)
                .sorted(Comparator.comparingDouble(call -> Math.abs(call.strike() - chain.spot())))
                .limit(PARITY_STRIKES)
                .mapToDouble(call -> {
                    OptionQuote put = puts.getOrDefault(call.strike(), call);
                    return call.strike() + (call.price() - put.price()) * Math.exp(chain.rate() * years);
                })
                .sorted()
                .toArray();
        double median = said.length == 0 ? Double.NaN : said[said.length / 2];
        // A forward far from the spot comes from prices of different hours.
        return Math.abs(Math.log(median / carried)) < 0.02 + 0.1 * years ? median : carried;
    }

    private static List<SmilePoint> points(OptionChain chain, List<OptionQuote> quotes, double years, double forward) {
        Map<Double, SmilePoint> byStrike = new TreeMap<>();
        for (OptionQuote quote : quotes) {
            boolean out = quote.right().sign() * (quote.strike() - forward) >= 0;
            double volatility = out ? volatility(chain, quote, years, forward) : Double.NaN;
            if (volatility > 0) {
                byStrike.put(
                        quote.strike(),
                        new SmilePoint(
                                quote.right(),
                                quote.strike(),
                                volatility,
                                Black76.price(quote.right(), forward, quote.strike(), years, 0, volatility)));
            }
        }
        List<SmilePoint> all = List.copyOf(byStrike.values());
        double near = all.stream()
                .min(Comparator.comparingDouble(point -> Math.abs(point.strike() - forward)))
                .map(SmilePoint::volatility)
                .orElse(0.0);
        double reach = Math.max(LEAST_REACH, DEVIATIONS_MAX * near * Math.sqrt(years));
        return all.stream()
                .filter(point -> Math.abs(Math.log(point.strike() / forward)) <= reach)
                .toList();
    }

    /** A price speaks for itself; another's volatility belongs to another's forward. */
    private static double volatility(OptionChain chain, OptionQuote quote, double years, double forward) {
        if (!(quote.price() > 0)) {
            return quote.impliedVolatility();
        }
        return ImpliedVolatility.ofForward(
                quote.right(), quote.price() * Math.exp(chain.rate() * years), forward, quote.strike(), years);
    }

    /** By expiry; empty where no expiry has enough strikes. */
    public List<Slice> slices() {
        return slices;
    }

    public Optional<Slice> findSlice(int expiryDay) {
        return slices.stream().filter(slice -> slice.expiryDay() == expiryDay).findFirst();
    }

    public double forward(double years) {
        double before = 0;
        double logBefore = Math.log(spot);
        for (Slice slice : slices) {
            double log = Math.log(slice.forward());
            if (years <= slice.years()) {
                return Math.exp(logBefore + (log - logBefore) * (years - before) / (slice.years() - before));
            }
            before = slice.years();
            logBefore = log;
        }
        return Math.exp(logBefore + carry * (years - before));
    }

    /** At a log moneyness; NaN without any slice. */
    public double totalVariance(double k, double years) {
        double before = 0;
        double variance = 0;
        for (Slice slice : slices) {
            double now = slice.smile().totalVariance(k);
            if (years <= slice.years()) {
                return variance + (now - variance) * (years - before) / (slice.years() - before);
            }
            before = slice.years();
            variance = now;
        }
        return slices.isEmpty() ? Double.NaN : variance * years / before;
    }

    public double volatility(double strike, double years) {
        return Math.sqrt(totalVariance(Math.log(strike / forward(years)), years) / years);
    }

    /** Of options at the forward. */
    public double atTheMoney(double years) {
        return Math.sqrt(totalVariance(0, years) / years);
    }

    /** At the forward from the expiry before to this one; NaN where variance falls, which is an arbitrage. */
    public double forwardVolatility(Slice slice) {
        int place = slices.indexOf(slice);
        double before = place == 0 ? 0 : slices.get(place - 1).years();
        double earlier = place == 0 ? 0 : slices.get(place - 1).smile().totalVariance(0);
        return Math.sqrt((slice.smile().totalVariance(0) - earlier) / (slice.years() - before));
    }

    /** What contradicts itself, first among the quotes, then what is left of it in the fitted smiles. */
    public List<ArbitrageFinding> arbitrage() {
        List<ArbitrageFinding> found = new ArrayList<>(ArbitrageCheck.ofQuotes(slices));
        found.addAll(ArbitrageCheck.ofSmiles(slices));
        return found;
    }
}
