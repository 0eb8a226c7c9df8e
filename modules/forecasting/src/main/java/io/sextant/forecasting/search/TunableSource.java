package io.sextant.forecasting.search;

import java.util.List;
import java.util.ServiceLoader;

/** Where tunable models come from; found by {@link ServiceLoader}, so that who searches on another machine needs to know no learner. */
public interface TunableSource {

    List<Tunable> all();

    /** Of all sources that this process has. */
    static List<Tunable> everyOne() {
        return ServiceLoader.load(TunableSource.class, TunableSource.class.getClassLoader()).stream()
                .flatMap(each -> each.get().all().stream())
                .toList();
    }
}
