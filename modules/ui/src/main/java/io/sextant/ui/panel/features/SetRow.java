package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.SetFigures;
import java.util.List;
import java.util.Optional;

/**
 * A set in the table.
 *
 * @param set empty for the features that are ticked now
 * @param features those of the set, or the ticked ones
 * @param figures empty until they are reckoned
 */
record SetRow(Optional<NamedSet> set, List<String> features, Optional<SetFigures> figures) {

    String name() {
        return set.map(NamedSet::name).orElse("");
    }
}
