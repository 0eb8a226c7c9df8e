package io.sextant.engine.forecast;

import io.sextant.forecasting.Forecast;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a model told of the next bars, until these are over and what it missed by was taken. */
final class PendingForecasts {

    /** One bar ahead, five, and as many as are forecast. */
    static final int[] STEPS = {1, 5, ForecastSeries.HORIZON};

    private static final int BARS_MAX = 5_000;
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private final String model;
    /** The newest first. */
    private final Deque<Forecast> made = new ArrayDeque<>();

    private final NavigableMap<Long, List<DueForecast>> due = new TreeMap<>();

    PendingForecasts(String model) {
        this.model = model;
    }

    void made(Forecast forecast) {
        made.addFirst(forecast);
        if (made.size() > ForecastSeries.HORIZON) {
            made.removeLast();
        }
    }

    /** A bar is over that ended so, before anything is forecast from it. */
    void came(double value, long endNanos) {
        List<DueForecast> now = new ArrayList<>();
        int age = 0;
        Iterator<Forecast> each = made.iterator();
        for (int step : STEPS) {
            Forecast of = null;
            while (age < step && each.hasNext()) {
                of = each.next();
                age++;
            }
            if (of != null && age == step && of.horizon() >= step) {
                boolean inside = value >= of.quantile(step, LOW) && value <= of.quantile(step, HIGH);
                now.add(new DueForecast(model, step, value - of.median(step), value - of.origin(), inside));
            }
        }
        due.put(endNanos, now);
        if (due.size() > BARS_MAX) {
            due.pollFirstEntry();
        }
    }

    /** All that came due since this was asked, by the end of its bar. */
    NavigableMap<Long, List<DueForecast>> take() {
        NavigableMap<Long, List<DueForecast>> taken = new TreeMap<>(due);
        due.clear();
        return taken;
    }
}
