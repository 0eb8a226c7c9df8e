package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.passport.ForecastThen;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.passport.PassportDesk;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written down of an order on a desk that trades. */
class PassportDeskTest extends LocalEngineDesk {

    private static final ForecastBoard BOARD = board(Timeframe.H1);

    private final Looks looks = new Looks();

    @Test
    void writesDownWhatWasKnownWhenTheOrderPassed() throws Exception {
        awaitPrice();
        List<Event> events = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), events::add);
        try (PassportDesk desk = desk(List.of(board(Timeframe.D1), BOARD))) {
            desk.begin();
            submit(buy("0.5"));
            await(() -> events.stream().anyMatch(PassportWritten.class::isInstance)
                    && events.stream().anyMatch(OrderFilled.class::isInstance));
        }

        OrderPassport passport = written(events).getFirst().passport();
        assertThat(passport.order()).isEqualTo(new OrderId(1));
        assertThat(passport.controls())
                .contains(new ControlReading(
                        RefusalCode.QUANTITY_LIMIT, "0.5", control(passport, RefusalCode.QUANTITY_LIMIT)))
                .extracting(ControlReading::code)
                .contains(RefusalCode.NOTIONAL_LIMIT, RefusalCode.POSITION_LIMIT, RefusalCode.BUYING_POWER);
        assertThat(passport.forecasts())
                .extracting(ForecastThen::timeframe)
                .containsExactly(Timeframe.H1, Timeframe.D1);
        ForecastThen told = passport.forecasts().getFirst();
        assertThat(told.modelId()).isEqualTo("best-2");
        assertThat(List.of(told.lower(), told.middle(), told.upper())).containsExactly(2.0, 4.0, 6.0);
        assertThat(told.verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(told.drift()).contains(DriftGauge.Alarm.ERRORS);
        assertThat(told.why()).hasSize(ForecastThen.REASONS);
        // The simulated past is empty here, so no rule for sizes has anything to measure.
        assertThat(passport.sizes()).isEmpty();
        // A market order crosses half a spread at least.
        CostThen cost = passport.cost();
        BigDecimal expected = BigDecimal.valueOf(
                cost.expected().orElseThrow().units(),
                cost.expected().orElseThrow().scale());
        assertThat(cost.slippageBps(Side.BUY, expected).orElseThrow().doubleValue())
                .isPositive()
                .isLessThan(100);
        assertThat(cost.slippageBps(Side.SELL, expected).orElseThrow().doubleValue())
                .isCloseTo(-cost.slippageBps(Side.BUY, expected).orElseThrow().doubleValue(), within(1e-9));
        assertThat(cost.fee().orElseThrow().units()).isPositive();
    }

    @Test
    void writesOnePassportForEachOrderWhateverBecomesOfIt() throws Exception {
        awaitPrice();
        List<Event> events = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), events::add);
        try (PassportDesk desk = desk(List.of())) {
            desk.begin();
            for (int i = 1; i <= 3; i++) {
                submit(buy("0.0" + i));
            }
            await(() -> written(events).size() == 3);
            assertThat(submit(buy("100000"))).isInstanceOf(Answer.Refused.class);
            submit(buy("0.05"));
            await(() -> written(events).size() == 4);
        }

        // Each names its order; which of several at once is written first is nobody's promise.
        assertThat(written(events))
                .extracting(one -> one.passport().order().value())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(written(events))
                .allSatisfy(one -> assertThat(one.passport().forecasts()).isEmpty());
    }

    @Test
    void goesOnBehindWhatItHeardAfterItFellBehind() throws Exception {
        awaitPrice();
        List<Event> events = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), events::add);
        Forgetful client = new Forgetful(engine);
        try (PassportDesk desk = desk(client, List.of())) {
            desk.begin();
            submit(buy("0.01"));
            await(() -> written(events).size() == 1);
            client.open.forEach(Subscription::close);
            submit(buy("0.02"));
            looks.tasks.forEach(Runnable::run);
            await(() -> written(events).size() == 2);
        }
        assertThat(written(events).getLast().passport().order()).isEqualTo(new OrderId(2));
    }

    @Test
    void anOrderThatWasNeverSentHasNoPassport() throws Exception {
        assertThat(submit(new TellPassport(new OrderPassport(
                        new OrderId(7), List.of(), CostThen.UNKNOWN, List.of(), List.of(), List.of()))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNKNOWN_ORDER));
    }

    private static List<PassportWritten> written(List<Event> events) {
        return events.stream()
                .filter(PassportWritten.class::isInstance)
                .map(PassportWritten.class::cast)
                .toList();
    }

    private static String control(OrderPassport passport, RefusalCode code) {
        return passport.controls().stream()
                .filter(one -> one.code() == code)
                .map(ControlReading::limit)
                .findFirst()
                .orElseThrow();
    }

    private PassportDesk desk(List<ForecastBoard> boards) {
        return desk(engine, boards);
    }

    private PassportDesk desk(EngineClient client, List<ForecastBoard> boards) {
        return new PassportDesk(
                client,
                order -> engine.lookAtCore(core -> core.views().orderNotes().find(order)),
                new StandingForecasts(boards),
                new NoRegimes(),
                new SystemClock(),
                looks);
    }

    /** Looks when a test says so. */
    private static final class Looks implements Scheduler {

        private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

        @Override
        public Cancellable every(long periodNanos, Runnable task) {
            tasks.add(task);
            return () -> tasks.remove(task);
        }

        @Override
        public Cancellable after(long delayNanos, Runnable task) {
            throw new AssertionError("nothing is wanted later");
        }

        @Override
        public void close() {}
    }

    /** The engine, but for a listener of facts that fell behind when a test says so. */
    private static final class Forgetful implements EngineClient {

        private final EngineClient engine;
        private final List<Subscription> open = new CopyOnWriteArrayList<>();

        Forgetful(EngineClient engine) {
            this.engine = engine;
        }

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            Subscription one = engine.subscribe(topic, listener);
            open.add(one);
            return one;
        }

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            return engine.submit(key, command);
        }

        @Override
        public <R> CompletionStage<R> ask(Query<R> query) {
            return engine.ask(query);
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            return engine.start(job);
        }

        @Override
        public void close() {}
    }

    private static ForecastBoard board(Timeframe timeframe) {
        ModelCard card = new ModelCard("best-2", "arima", 1, 1, 2, 900, "abc", Map.of(), Optional.empty());
        SkillFigures skill = new SkillFigures(
                Verdict.NO_EVIDENCE, 300, 1, 1, 1, 0.99, 1, 1, 1, 0.4, 0.5, 0.4, 0.6, 0.5, 0.8, 0.95, 0);
        ForecastFan fan = new ForecastFan(10, 3.5, new long[] {20}, new double[][] {{1, 2, 3, 4, 5, 6, 7}});
        List<Attribution> why = IntStream.range(0, 9)
                .mapToObj(i -> new Attribution("f" + i, i, 9 - i))
                .toList();
        return new ForecastBoard(
                BTC,
                timeframe,
                ForecastBoard.State.READY,
                900,
                200,
                Optional.of("best-2"),
                Optional.empty(),
                List.of(new ModelForecast(card, skill, List.of(), Optional.of(fan), why)),
                List.of(card),
                Optional.of(new DriftGauge(0.1, 1.2, 0.7, 50, Optional.of(DriftGauge.Alarm.ERRORS))),
                List.of(),
                3,
                Optional.empty());
    }

    private record StandingForecasts(List<ForecastBoard> boards) implements ForecastAnswers {

        @Override
        public List<ForecastBoard> standing(InstrumentId instrument) {
            return instrument.equals(BTC) ? boards : List.of();
        }

        @Override
        public ForecastBoard board(InstrumentId instrument, Timeframe timeframe) {
            throw new AssertionError("a passport begins no forecasts");
        }

        @Override
        public DueBoard due(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
            throw new AssertionError("a passport judges no forecasts");
        }

        @Override
        public ForecastBoard train(Job.TrainForecasts job, JobWorks.Progress progress) {
            throw new AssertionError("a passport trains nobody");
        }

        @Override
        public ForecastBoard follow(Job.FollowTraining job, JobWorks.Progress progress) {
            throw new AssertionError("a passport follows nobody");
        }
    }

    private record NoRegimes() implements RegimeAnswers {

        @Override
        public List<RegimeBoard> standing(InstrumentId instrument) {
            return List.of();
        }

        @Override
        public RegimeBoard board(InstrumentId instrument, Timeframe timeframe) {
            throw new AssertionError("a passport begins no regimes");
        }
    }
}
