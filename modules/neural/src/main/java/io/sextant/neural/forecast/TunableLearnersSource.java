package io.sextant.neural.forecast;

import io.sextant.forecasting.search.Tunable;
import io.sextant.forecasting.search.TunableSource;
import java.util.List;

/** Networks and trees, for whoever looks for them as a service. */
public final class TunableLearnersSource implements TunableSource {

    @Override
    public List<Tunable> all() {
        return TunableLearners.all();
    }
}
