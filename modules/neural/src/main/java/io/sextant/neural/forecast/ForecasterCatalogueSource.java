package io.sextant.neural.forecast;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.ForecasterSource;
import java.util.Optional;

/** The catalogue, for whoever looks for it as a service. */
public final class ForecasterCatalogueSource implements ForecasterSource {

    @Override
    public Optional<Forecaster> find(String name) {
        return ForecasterCatalogue.find(name);
    }
}
