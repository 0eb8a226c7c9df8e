package io.sextant.ui.life;

import io.sextant.domain.chronicle.OrderChronicle;

/** What is known of the order that was asked about. */
sealed interface LifeStage {

    record Loading() implements LifeStage {}

    record Told(OrderChronicle chronicle) implements LifeStage {}

    /** The journal has no order of that number. */
    record Unknown() implements LifeStage {}

    record Failed(String why) implements LifeStage {}
}
