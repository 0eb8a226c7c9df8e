package io.sextant.ui.panel.riskgate;

import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;

/** What a limit says, in the kind in which a person writes it. */
sealed interface LimitValue {

    record Unset() implements LimitValue {}

    record Whole(long value) implements LimitValue {}

    record Size(Quantity value) implements LimitValue {}

    record Worth(Money value) implements LimitValue {}

    record Switch(boolean on) implements LimitValue {}
}
