package io.sextant.app.cli;

import io.sextant.analytics.options.ArbitrageFinding;
import io.sextant.analytics.options.RiskNeutralDensity;
import io.sextant.analytics.options.StrikeExposure;
import io.sextant.analytics.options.SviSmile;
import io.sextant.analytics.options.VolatilitySurface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** What is fitted to a chain, as it is printed. */
final class SurfaceJson {

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private SurfaceJson() {}

    static Map<String, Object> slice(VolatilitySurface surface, VolatilitySurface.Slice slice, double dividend) {
        SviSmile smile = slice.smile();
        double yield = Math.exp(-dividend * slice.years());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("forward", slice.forward());
        map.put("atmForwardVolatility", smile.atTheMoney());
        putNumber(map, "riskReversal25", smile.riskReversal(yield));
        // Between contracts this is at the mercy of single closing prices; the smile weighs them all.
        putNumber(map, "skew25", -smile.riskReversal(yield));
        putNumber(map, "butterfly25", smile.butterfly(yield));
        putNumber(map, "forwardVolatility", surface.forwardVolatility(slice));
        Map<String, Object> fit = new LinkedHashMap<>();
        fit.put("a", smile.a());
        fit.put("b", smile.b());
        fit.put("rho", smile.rho());
        fit.put("m", smile.m());
        fit.put("sigma", smile.sigma());
        fit.put("strikes", slice.points().size());
        fit.put("error", slice.error());
        map.put("svi", fit);
        map.put("density", density(new RiskNeutralDensity(smile)));
        return map;
    }

    private static Map<String, Object> density(RiskNeutralDensity density) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mass", density.mass());
        map.put("mean", density.mean());
        map.put("deviation", density.deviation());
        map.put("skewness", density.skewness());
        map.put("excessKurtosis", density.excessKurtosis());
        Map<String, Object> quantiles = new LinkedHashMap<>();
        for (double share : SHARES) {
            quantiles.put(Double.toString(share), density.quantile(share));
        }
        map.put("quantiles", quantiles);
        return map;
    }

    private static void putNumber(Map<String, Object> map, String key, double value) {
        if (Double.isFinite(value)) {
            map.put(key, value);
        }
    }

    static List<Map<String, Object>> keyStrikes(List<StrikeExposure> strikes) {
        return strikes.stream()
                .map(strike -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("strike", strike.strike());
                    map.put("netGex1pct", strike.netGamma());
                    map.put("callOi", strike.callOpenInterest());
                    map.put("putOi", strike.putOpenInterest());
                    map.put("dealerDelta", strike.dealerDelta());
                    return map;
                })
                .toList();
    }

    static List<Map<String, Object>> arbitrage(List<ArbitrageFinding> findings, IntFunction<String> day) {
        return findings.stream()
                .map(finding -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
                    map.put("in", finding.source().name().toLowerCase(Locale.ROOT));
                    map.put("expiry", day.apply(finding.expiryDay()));
                    map.put("strike", finding.strike());
                    map.put("size", finding.size());
                    return map;
                })
                .toList();
    }
}
