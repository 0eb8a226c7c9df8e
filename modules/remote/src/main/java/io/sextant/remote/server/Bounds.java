package io.sextant.remote.server;

import io.sextant.domain.request.Query;
import java.util.Optional;

/** How much may be asked for at once from afar: an answer is made whole in the engine's memory before it leaves. */
final class Bounds {

    static final int MOST_ROWS = 100_000;
    static final int MOST_BARS = 1_000_000;

    private Bounds() {}

    static Optional<String> tooMuch(Query<?> query) {
        return switch (query) {
            case Query.Bars bars -> over(bars.limit(), MOST_BARS);
            case Query.OrderHistory(int limit) -> over(limit, MOST_ROWS);
            case Query.Fills(int limit) -> over(limit, MOST_ROWS);
            case Query.NewestEvents(int limit) -> over(limit, MOST_ROWS);
            case Query.Equity equity -> over(equity.maxPoints(), MOST_ROWS);
            default -> Optional.empty();
        };
    }

    private static Optional<String> over(int limit, int most) {
        return limit > most ? Optional.of("At most " + most + " at once are told from afar.") : Optional.empty();
    }
}
