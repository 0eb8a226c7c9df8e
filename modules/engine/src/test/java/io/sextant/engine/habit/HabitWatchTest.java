package io.sextant.engine.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.habit.HabitFact.Kind;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HabitWatchTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final Money NONE = Money.parse("0", Currency.USDT);

    private final Told engine = new Told();
    private final HabitWatch watch = new HabitWatch(engine);

    /** What it is asked to do, by the name it is asked under; facts come when the test says so. */
    private static final class Told implements EngineClient {

        private final Map<CommandKey, Command> asked = new LinkedHashMap<>();
        private final List<Long> beginnings = new ArrayList<>();
        private Consumer<Object> ear = fact -> {};
        private boolean isOpen;

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            asked.put(key, command);
            return new CompletableFuture<>();
        }

        @Override
        public <R> CompletionStage<R> ask(Query<R> query) {
            throw new AssertionError("asks nothing");
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            throw new AssertionError("starts nothing");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            beginnings.add(((Topic.Events) topic).afterPosition());
            ear = (Consumer<Object>) listener;
            isOpen = true;
            return new Subscription() {
                @Override
                public boolean isOpen() {
                    return isOpen;
                }

                @Override
                public void close() {
                    isOpen = false;
                }
            };
        }

        @Override
        public void close() {}
    }

    /** Sells one at the market, at once filled; two events. */
    private List<Event> sold(long position, String price) {
        OrderDraft draft = new OrderDraft(
                BTC,
                Side.SELL,
                OrderType.market(),
                Quantity.parse("1"),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                "");
        OrderId id = new OrderId(position);
        Order order = new Order(id, draft, OrderState.SUBMITTED, Quantity.parse("0"), NONE, 0, 0);
        Fill fill = new Fill(
                position, id, BTC, Side.SELL, Price.parse(price), Quantity.parse("1"), NONE, NONE, false, position);
        return List.of(
                new OrderChanged(position, position, order, OrderState.SUBMITTED, ""),
                new OrderFilled(position + 1, position, fill));
    }

    private void hear(List<Event> events) {
        events.forEach(engine.ear);
    }

    @Test
    void readsWeeksBackAndNeverBeforeTheBeginning() {
        watch.begin(120_000);
        watch.begin(1_000);
        assertThat(engine.beginnings).containsExactly(70_000L, 0L);
    }

    @Test
    void doesNotTellAgainWhatWasBefore() {
        watch.begin(100);
        hear(sold(10, "100"));
        hear(sold(20, "102"));
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void tellsWhatHappensFromNowOnKnowingWhatWasBefore() {
        watch.begin(100);
        hear(sold(10, "100"));
        hear(sold(20, "100.9"));
        hear(sold(110, "102.4545"));

        assertThat(engine.asked).hasSize(1);
        ChangeSetting told = (ChangeSetting) engine.asked.values().iterator().next();
        HabitFact fact = HabitFact.findIn(Map.entry(told.key(), told.value())).orElseThrow();
        assertThat(fact.kind()).isEqualTo(Kind.ADDED_TO_A_LOSER);
        assertThat(fact.position()).isGreaterThan(100);
        // The average of 100 and 100.9 is 100.45, which only the past tells.
        assertThat(fact.measured()).isCloseTo(100 * (102.4545 / 100.45 - 1), Offset.offset(1e-9));
    }

    @Test
    void aWatchThatBeginsAnewTellsTheSameUnderTheSameName() {
        watch.begin(0);
        hear(sold(10, "100"));
        hear(sold(20, "102"));
        CommandKey first = engine.asked.keySet().iterator().next();

        HabitWatch again = new HabitWatch(engine);
        again.begin(15);
        hear(sold(10, "100"));
        hear(sold(20, "102"));
        assertThat(engine.asked.keySet()).containsExactly(first);
    }

    @Test
    void listensNoMoreWhenItIsClosed() {
        watch.begin(0);
        watch.close();
        assertThat(engine.isOpen).isFalse();
    }
}
