package io.sextant.app.forecast;

import io.sextant.engine.forecast.ForecastModels;
import io.sextant.forecasting.Forecaster;
import io.sextant.neural.forecast.ForecasterCatalogue;
import java.util.List;
import java.util.Optional;

/** The models of a desk: all of the catalogue, and a few that learn in seconds by themselves. */
public final class DeskModels implements ForecastModels {

    private static final List<String> USUAL = List.of("ets", "theta", "arima", "garch");

    @Override
    public Forecaster naive() {
        return ForecasterCatalogue.naive();
    }

    @Override
    public Optional<Forecaster> find(String name) {
        return ForecasterCatalogue.find(name);
    }

    @Override
    public List<String> usual() {
        List<String> all = all();
        return USUAL.stream().filter(all::contains).toList();
    }

    @Override
    public List<String> all() {
        String naive = naive().name();
        return ForecasterCatalogue.names().stream()
                .filter(name -> !name.equals(naive))
                .toList();
    }
}
