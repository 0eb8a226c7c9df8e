package io.sextant.ui.panel.riskgate;

import io.sextant.domain.instrument.Instrument;

/** Whose limits. */
sealed interface LimitOwner {

    LimitOwner ACCOUNT = new WholeAccount();

    record WholeAccount() implements LimitOwner {}

    record OneInstrument(Instrument instrument) implements LimitOwner {}

    record OneStrategy(String name) implements LimitOwner {}
}
