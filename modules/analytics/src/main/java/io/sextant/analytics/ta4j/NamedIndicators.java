package io.sextant.analytics.ta4j;

import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorKind.Place;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.analytics.indicator.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All indicators by name, for whoever picks one: our own, and ta4j's that numbers alone say, as {@code ta4j.rsi:14}. Both are fed bar by bar, so a
 * chart and a strategy need not know which is whose.
 */
public final class NamedIndicators {

    private static final int BARS_MOST = 10_000;

    /** They keep something of a last bar that is taken back, so they tell nothing of a bar that forms. */
    static final Set<String> KEEP_THEIR_LAST = Set.of(
            "kalmanfilter",
            "netmomentum",
            "recentfractalswinghigh",
            "recentfractalswinglow",
            "recentzigzagswinghigh",
            "recentzigzagswinglow");

    /** Their number of a bar changes with bars that come later, or they count on bars that are not there yet: nothing for a chart or a strategy. */
    static final Set<String> KNOW_WHAT_COMES = Set.of(
            "edma",
            "ichimokuchikouspan",
            "jma",
            "periodicalgrowthrate",
            "sgma",
            "trendlineresistance",
            "trendlinesupport");

    /** It takes an average in brackets and nothing else. */
    static final Set<String> OF_OTHERS_ALONE = Set.of("distancefromma");

    /** Whose values are prices. */
    private static final Set<String> ON_PRICES_PACKAGES = Set.of("averages", "bollinger", "keltner", "donchian");

    private static final Set<String> ON_PRICES = Set.of(
            "closeprice",
            "openprice",
            "highprice",
            "lowprice",
            "medianprice",
            "typicalprice",
            "highestvalue",
            "lowestvalue",
            "previousvalue",
            "parabolicsar",
            "supertrend",
            "supertrendupperband",
            "supertrendlowerband",
            "chandelierexitlong",
            "chandelierexitshort",
            "vwap",
            "mvwap",
            "ichimokukijunsen",
            "ichimokutenkansen",
            "ichimokusenkouspana",
            "ichimokusenkouspanb");

    /** By ta4j's name of the number. */
    private static final Map<String, Double> USUAL = Map.of(
            "fastPeriod", 23.0,
            "slowPeriod", 50.0,
            "shortBarCount", 12.0,
            "longBarCount", 26.0,
            "barCountFast", 2.0,
            "barCountSlow", 30.0,
            "multiplier", 3.0,
            "k", 2.0);

    private NamedIndicators() {}

    /** Read from the library once, when first asked for. */
    private static final class Known {

        static final Map<String, IndicatorKind> ALL = all();

        private static Map<String, IndicatorKind> all() {
            Map<String, IndicatorKind> all = new LinkedHashMap<>();
            IndicatorCatalog.all().forEach(kind -> all.put(kind.code(), kind));
            Ta4jIndicators library = Ta4jIndicators.all();
            for (String code : library.codes()) {
                boolean fits = !KNOW_WHAT_COMES.contains(code) && !OF_OTHERS_ALONE.contains(code);
                library.ofNumbers(code)
                        .filter(form -> fits)
                        .map(form -> kind(library, code, form))
                        .ifPresent(kind -> all.put(kind.code(), kind));
            }
            return Collections.unmodifiableMap(all);
        }
    }

    /** Our own first, then ta4j's in the order of the alphabet. */
    public static List<IndicatorKind> all() {
        return List.copyOf(Known.ALL.values());
    }

    public static Optional<IndicatorKind> find(String code) {
        return IndicatorCatalog.find(code).or(() -> Optional.ofNullable(Known.ALL.get(code)));
    }

    /** @throws IllegalArgumentException with a sentence for the writer */
    public static IndicatorSpec parse(String text) {
        return IndicatorSpec.parse(text, NamedIndicators::find);
    }

    private static IndicatorKind kind(Ta4jIndicators library, String code, Ta4jForm form) {
        List<Parameter> parameters = new ArrayList<>();
        for (java.lang.reflect.Parameter number : form.numbers()) {
            parameters.add(parameter(number));
        }
        return new IndicatorKind(
                Ta4jIndicators.PREFIX + code,
                place(library.type(code), code),
                List.of(code),
                parameters,
                numbers -> new Ta4jStream(library, call(code, numbers), !KEEP_THEIR_LAST.contains(code)),
                numbers -> 1);
    }

    private static Ta4jCall call(String code, double[] numbers) {
        List<Ta4jCall.Argument> arguments = new ArrayList<>();
        for (double number : numbers) {
            arguments.add(new Ta4jCall.Argument.Value(number));
        }
        return new Ta4jCall(code, arguments);
    }

    private static Parameter parameter(java.lang.reflect.Parameter number) {
        boolean whole = number.getType() == int.class;
        double usual = USUAL.getOrDefault(number.getName(), whole ? 14.0 : 2.0);
        return whole
                ? new Parameter(number.getName(), usual, 1, BARS_MOST, true)
                : new Parameter(number.getName(), usual, 0, 1e6, false);
    }

    private static Place place(Class<?> type, String code) {
        String home = type.getPackageName();
        boolean band = ON_PRICES_PACKAGES.contains(home.substring(home.lastIndexOf('.') + 1));
        boolean ratio = code.contains("width") || code.contains("percent");
        boolean onPrices = (band && !ratio) || ON_PRICES.contains(code);
        return onPrices ? Place.ON_PRICES : Place.BELOW;
    }
}
