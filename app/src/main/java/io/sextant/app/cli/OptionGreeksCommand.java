package io.sextant.app.cli;

import io.sextant.analytics.options.AmericanOption;
import io.sextant.analytics.options.Black76;
import io.sextant.analytics.options.BlackScholes;
import io.sextant.analytics.options.Greeks;
import io.sextant.analytics.options.ImpliedVolatility;
import io.sextant.analytics.options.OptionRight;
import io.sextant.analytics.options.OptionTerms;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Price and Greeks of one option. */
@Command(
        name = "greeks",
        mixinStandardHelpOptions = true,
        description = "Price and all first and second order Greeks of one option.")
final class OptionGreeksCommand implements Callable<Integer> {

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = "--spot",
            required = true,
            paramLabel = "S",
            description = "Price of the underlying; with --future, of the future.")
    double spot;

    @Option(names = "--strike", required = true, paramLabel = "K", description = "Price at which it is exercised.")
    double strike;

    @Option(names = "--years", required = true, paramLabel = "T", description = "Time to expiry in years.")
    double years;

    @Option(names = "--rate", paramLabel = "R", description = "Continuous rate a year, 0.05 for 5 %%; 0 if not given.")
    double rate;

    @Option(names = "--dividend", paramLabel = "Q", description = "Continuous dividend yield a year; 0 if not given.")
    double dividend;

    @ArgGroup(multiplicity = "1")
    Known known = new Known();

    @Option(names = "--right", required = true, paramLabel = "call|put", description = "To buy or to sell.")
    OptionRight right = OptionRight.CALL;

    @Option(names = "--american", description = "It can be exercised before expiry.")
    boolean american;

    @Option(names = "--future", description = "The underlying is a future: Black 1976.")
    boolean future;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    /** Either of the two tells the other. */
    static final class Known {

        @Option(names = "--vol", required = true, paramLabel = "V", description = "Volatility a year, 0.2 for 20 %%.")
        @Nullable Double volatility;

        @Option(
                names = "--price",
                required = true,
                paramLabel = "P",
                description = "What it costs; the volatility is then the one that this implies (European only).")
        @Nullable Double price;
    }

    @Override
    public Integer call() {
        Map<String, Object> answer;
        try {
            answer = answer();
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("There is no such option: " + cannotBe.getMessage());
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer);
        } else {
            answer.forEach((key, value) -> out.printf(Locale.ENGLISH, "%-20s %s%n", key, value));
            out.flush();
        }
        return ExitCode.OK;
    }

    private Map<String, Object> answer() {
        if (american && future) {
            throw new RefusedByRule(
                    "American options on futures: give the rate as dividend yield too, without --future.");
        }
        double yield = future ? rate : dividend;
        double volatility = volatility(yield);
        OptionTerms terms = new OptionTerms(right, spot, strike, years, rate, yield, volatility);
        Greeks g;
        String model;
        if (american) {
            g = AmericanOption.greeks(terms);
            model = "american, Crank-Nicolson";
        } else if (future) {
            g = Black76.greeks(right, spot, strike, years, rate, volatility);
            model = "black-76";
        } else {
            g = BlackScholes.greeks(terms);
            model = "black-scholes-merton";
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model);
        map.put("right", right.name().toLowerCase(Locale.ROOT));
        map.put("volatility", volatility);
        map.put("price", g.price());
        map.put("delta", g.delta());
        map.put("gamma", g.gamma());
        map.put("vega", g.vega());
        map.put("theta", g.theta());
        map.put("thetaPerDay", g.theta() / 365);
        map.put("rho", g.rho());
        map.put("dividendRho", g.dividendRho());
        map.put("vanna", g.vanna());
        map.put("volga", g.volga());
        map.put("charm", g.charm());
        map.put("veta", g.veta());
        map.put("vera", g.vera());
        map.put("speed", g.speed());
        map.put("zomma", g.zomma());
        map.put("color", g.color());
        map.put("elasticity", g.elasticity());
        map.put("probability", g.probability());
        map.replaceAll((key, value) -> value instanceof Double number && !Double.isFinite(number) ? "" : value);
        return map;
    }

    private double volatility(double yield) {
        Double given = known.volatility;
        Double price = known.price;
        if (given != null || price == null) {
            return given == null ? 0 : given;
        }
        if (american) {
            throw new RefusedByRule("A price tells the volatility of European options only; give --vol.");
        }
        double implied = ImpliedVolatility.of(right, price, spot, strike, years, rate, yield);
        if (Double.isNaN(implied)) {
            throw new RefusedByRule(
                    "No volatility gives a price of " + price + ": it lies outside what such an option can cost.");
        }
        return implied;
    }
}
