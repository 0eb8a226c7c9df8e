package io.sextant.ui.testing;

import io.sextant.domain.chronicle.Chronicler;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.chronicle.OrderFacts;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import java.util.List;
import java.util.Optional;

/** The lives of orders by what the fake engine published. */
final class FakeChronicles {

    private static final SessionTerms TERMS = new SessionTerms(
            TradingMode.SIMULATED,
            7,
            FakeEngine.START_NANOS,
            "simulator",
            Currency.USD,
            List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed")),
            List.of(Money.parse("500000", Currency.USD), Money.parse("500000", Currency.USDT)),
            CostBasis.AVERAGE,
            FakeInstruments.CATALOG);

    private FakeChronicles() {}

    static Optional<OrderChronicle> find(List<Event> events, OrderId id) {
        return new Chronicler(TERMS, new Published(events)).find(id);
    }

    static List<Event> story(List<Event> events, OrderId id) {
        return events.stream().filter(event -> concerns(event, id)).toList();
    }

    private static boolean concerns(Event event, OrderId id) {
        return (event instanceof OrderChanged changed && changed.order().id().equals(id))
                || (event instanceof OrderFilled filled && filled.fill().order().equals(id))
                || (event instanceof PassportWritten written
                        && written.passport().order().equals(id));
    }

    private record Published(List<Event> events) implements OrderFacts {

        @Override
        public List<Event> story(OrderId order) {
            return FakeChronicles.story(events, order);
        }

        @Override
        public void eachFill(long lastPosition, FillReader reader) {
            for (Event event : events) {
                if (event instanceof OrderFilled filled && filled.position() <= lastPosition) {
                    reader.onFill(filled.position(), filled.fill());
                }
            }
        }
    }
}
