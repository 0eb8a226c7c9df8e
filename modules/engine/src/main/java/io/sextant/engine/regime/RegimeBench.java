package io.sextant.engine.regime;

import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.engine.told.ToldBars;
import java.util.Optional;

/** What the regimes of a series need of the desk around them. */
interface RegimeBench {

    /** The newest bars that are over, at most {@code limit}. */
    EndedBars bars(RegimeSubject subject, int limit);

    /** What was told last, as the desk's settings remember it. */
    Optional<RegimeName> rememberedRegime(RegimeSubject subject);

    /** What this series told at the ends of bars so far, also by a desk before this one. */
    ToldBars<RegimeName> toldBars(RegimeSubject subject);

    void tell(RegimeSwitch change, RegimeSubject subject);
}
