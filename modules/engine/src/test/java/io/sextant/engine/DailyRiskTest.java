package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.money.Currency;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.testing.CoreSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A desk whose risk the test tells and whose days the test lets begin. */
class DailyRiskTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final EngineHealth WELL = new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0);

    private final CoreSession session = CoreSession.begin(3);
    private final Door door = new Door();
    private final DailyRisk daily = new DailyRisk(door, new SteppedClock(5));

    private final class Door implements EngineClient {
        private final Map<String, String> settings = new HashMap<>();
        private Consumer<? super DeskState> looks = desk -> {};
        private double atRisk;

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            ChangeSetting change = (ChangeSetting) command;
            settings.put(change.key(), change.value());
            return CompletableFuture.completedFuture(new Answer.Done(1, Optional.empty()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletionStage<R> ask(Query<R> query) {
            Object answer = switch (query) {
                case Query.Risk wanted -> board(wanted.confidence());
                case Query.Settings() -> Map.copyOf(settings);
                default -> throw new AssertionError(query);
            };
            return CompletableFuture.completedFuture((R) answer);
        }

        private RiskBoard board(double confidence) {
            RiskBoard.Fall fall = new RiskBoard.Fall(0, 0);
            if (atRisk == 0) {
                return new RiskBoard.NothingHeld(0, fall);
            }
            TailRisk tail = new TailRisk(atRisk * confidence, atRisk);
            return new RiskBoard.Measured(
                    0,
                    Currency.USD,
                    1,
                    1,
                    1,
                    confidence,
                    tail,
                    tail,
                    List.of(),
                    new double[0],
                    List.of(),
                    new RiskBoard.TrackRecord(0, 0, 0, 1, 1, RiskBoard.Light.GREEN, Optional.empty()),
                    List.of(),
                    Optional.empty(),
                    fall,
                    List.of(),
                    new RiskBoard.Shocked(RiskShock.NONE, 0, tail));
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            throw new AssertionError(job);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            assertThat(topic).isEqualTo(new Topic.Desk());
            looks = (Consumer<? super DeskState>) (Consumer<?>) listener;
            return new Subscription() {
                @Override
                public boolean isOpen() {
                    return true;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    private void look(double day) {
        door.looks.accept(session.core().views().desk(Math.round(day * DAY_NANOS), WELL));
    }

    @Test
    void whatIsAtRiskIsSaidOnceWhenADayBeginsAndItsEndIsKeptToo() {
        daily.begin();
        door.atRisk = 100;
        look(10.6);
        assertThat(door.settings).as("half of a day").isEmpty();
        look(11.001);
        double equity = session.core().views().desk(0, WELL).account().equity().toDouble();
        assertThat(ToldRisk.read(door.settings.get("risk.told.11"))).hasValueSatisfying(told -> {
            assertThat(told.dayNanos()).isEqualTo(11 * DAY_NANOS);
            assertThat(told.equity()).isEqualTo(equity);
            assertThat(told.valuesAtRisk()).containsExactly(95, 97.5, 99);
            assertThat(told.shortfalls()).containsOnly(100);
        });
        door.atRisk = 200;
        look(11.5);
        assertThat(door.settings).hasSize(1);

        door.atRisk = 0;
        look(12.001);
        assertThat(ToldRisk.read(door.settings.get("risk.told.12")))
                .hasValueSatisfying(told -> assertThat(told.valuesAtRisk()).containsOnly(0));
        look(13.001);
        assertThat(door.settings).as("nothing held, nothing to end").hasSize(2);
        daily.close();
        door.atRisk = 100;
        look(14.001);
        assertThat(door.settings).hasSize(2);
    }
}
