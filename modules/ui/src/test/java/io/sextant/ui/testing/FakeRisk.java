package io.sextant.ui.testing;

import io.sextant.domain.money.Currency;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.domain.risk.TailRisk;
import java.util.ArrayList;
import java.util.List;

/** What the engine of the tests says of risk: what the test sets. */
public final class FakeRisk {

    private final List<Query.Size> sizesAsked = new ArrayList<>();
    private OrderRisk ofOrder = new OrderRisk.Measured(
            Currency.USD, 0.95, 500, 100_000, new TailRisk(1_000, 1_500), new TailRisk(2_000, 3_000));
    private SizeSuggestion size = new SizeSuggestion.Nothing(SizeSuggestion.Nothing.Why.NO_EDGE);

    public synchronized void ofOrder(OrderRisk answer) {
        ofOrder = answer;
    }

    public synchronized void size(SizeSuggestion answer) {
        size = answer;
    }

    public synchronized List<Query.Size> sizesAsked() {
        return List.copyOf(sizesAsked);
    }

    synchronized OrderRisk answer(Query.RiskOfOrder ignored) {
        return ofOrder;
    }

    synchronized SizeSuggestion answer(Query.Size question) {
        sizesAsked.add(question);
        return size;
    }
}
