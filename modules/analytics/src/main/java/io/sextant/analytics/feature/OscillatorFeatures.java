package io.sextant.analytics.feature;

import static io.sextant.analytics.feature.FeatureFamily.OSCILLATORS;

/** Numbers that swing between limits, as traders know them; shares run from 0 to 1 where tradition says 0 to 100. */
final class OscillatorFeatures {

    private OscillatorFeatures() {}

    static void addTo(FeatureList list) {
        FeatureGraph g = list.graph();
        Node close = g.close();
        Node change = g.change(close, 1);
        for (int span : new int[] {2, 7, 14, 21}) {
            Node gains = g.wilder(g.gain(change), span);
            list.add(
                    OSCILLATORS, "rsi_" + span, "share", g.ratio(gains, g.plus(gains, g.wilder(g.loss(change), span))));
        }
        for (int span : new int[] {5, 14}) {
            Node fast = place(g, close, span);
            list.add(OSCILLATORS, "stoch_k_" + span, "share", g.mean(fast, 3));
            list.add(OSCILLATORS, "stoch_d_" + span, "share", g.mean(g.mean(fast, 3), 3));
        }
        Node typical = typical(g);
        for (int span : new int[] {14, 20}) {
            Node off = g.minus(typical, g.mean(typical, span));
            list.add(OSCILLATORS, "cci_" + span, "1", g.ratio(off, g.times(g.meanDistance(typical, span), 0.015)));
        }
        Node ups = g.total(g.gain(change), 14);
        Node downs = g.total(g.loss(change), 14);
        list.add(OSCILLATORS, "cmo_14", "1", g.ratio(g.minus(ups, downs), g.plus(ups, downs)));
        Node macd = g.minus(g.ema(close, 12), g.ema(close, 26));
        Node signal = g.ema(macd, 9);
        list.add(OSCILLATORS, "macd", "share", g.ratio(macd, close));
        list.add(OSCILLATORS, "macd_signal", "share", g.ratio(signal, close));
        list.add(OSCILLATORS, "macd_histogram", "share", g.ratio(g.minus(macd, signal), close));
        list.add(OSCILLATORS, "trix_15", "log", g.change(g.ln(g.ema(g.ema(g.ema(close, 15), 15), 15)), 1));
        Node strength = g.ema(g.ema(change, 25), 13);
        list.add(OSCILLATORS, "tsi", "1", g.ratio(strength, g.ema(g.ema(g.abs(change), 25), 13)));
        list.add(OSCILLATORS, "ultimate", "share", ultimate(g));
        list.add(OSCILLATORS, "dpo_20", "share", g.ratio(g.minus(close, g.lag(g.mean(close, 20), 11)), close));
        for (int span : new int[] {20, 50}) {
            list.add(OSCILLATORS, "bollinger_place_" + span, "sd", g.score(close, span));
            list.add(
                    OSCILLATORS,
                    "bollinger_width_" + span,
                    "share",
                    g.ratio(g.times(g.deviation(close, span), 4), g.mean(close, span)));
        }
        Node range = g.wilder(VolatilityFeatures.trueRange(g), 14);
        list.add(OSCILLATORS, "keltner_place_20", "1", g.ratio(g.minus(close, g.ema(close, 20)), range));
        Node rsi = g.ratio(
                g.wilder(g.gain(change), 14), g.plus(g.wilder(g.gain(change), 14), g.wilder(g.loss(change), 14)));
        list.add(OSCILLATORS, "stoch_rsi_14", "share", place(g, rsi, 14));
        list.add(OSCILLATORS, "rsi_14_change_5", "share", g.change(rsi, 5));
    }

    static Node typical(FeatureGraph g) {
        return g.times(g.plus(g.high(), g.plus(g.low(), g.close())), 1.0 / 3);
    }

    /** Where a number stands between its window's lowest and highest; prices are measured by their bars' ends. */
    private static Node place(FeatureGraph g, Node of, int span) {
        boolean price = of == g.close();
        Node low = g.lowest(price ? g.low() : of, span);
        Node high = g.highest(price ? g.high() : of, span);
        return g.ratio(g.minus(of, low), g.minus(high, low));
    }

    /** Larry Williams 1976: three spans in one, the short ones weighing more. */
    private static Node ultimate(FeatureGraph g) {
        Node floor = g.lesser(g.low(), g.lag(g.close(), 1));
        Node pressure = g.minus(g.close(), floor);
        Node range = VolatilityFeatures.trueRange(g);
        Node fast = g.times(g.ratio(g.total(pressure, 7), g.total(range, 7)), 4.0 / 7);
        Node middle = g.times(g.ratio(g.total(pressure, 14), g.total(range, 14)), 2.0 / 7);
        Node slow = g.times(g.ratio(g.total(pressure, 28), g.total(range, 28)), 1.0 / 7);
        return g.plus(fast, g.plus(middle, slow));
    }
}
