package io.sextant.engine.loop;

import static io.sextant.engine.loop.PublisherTest.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.MemoryJournal;
import io.sextant.engine.testing.MemorySnapshots;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineLoopTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId UNKNOWN = InstrumentId.of("NOBODY");

    private final CoreSession session = CoreSession.begin(1);
    private final MemoryJournal journal = session.journal();
    private final AtomicBoolean clockIsBroken = new AtomicBoolean();
    private final EngineLoop loop =
            new EngineLoop(session.core(), journal, new MemorySnapshots(), brokenNowAndThen(), Pause.PARK);
    private long keys;

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aStateThatCannotBeMadeEndsItsListenerAndNothingElse() throws Exception {
        start();
        List<MarketState> seen = new CopyOnWriteArrayList<>();

        Subscription broken = loop.subscribe(new Topic.Market(UNKNOWN), state -> {});
        Subscription whole = loop.subscribe(new Topic.Market(BTC), seen::add);

        await(() -> !broken.isOpen());
        await(() -> !seen.isEmpty());
        assertThat(whole.isOpen()).isTrue();
        assertThat(get(submit(new EngageKillSwitch("still heard")))).isInstanceOf(Answer.Done.class);
        assertThat(get(loop.read(core -> loop.health())).running()).isTrue();
    }

    @Test
    void whateverGoesWrongOnItsThreadItSaysSoAndGoesOnAnswering() throws Exception {
        start();
        clockIsBroken.set(true);
        await(() -> !clockIsBroken.get());

        await(() -> !get(loop.read(core -> loop.health())).running());
        assertThat(get(loop.read(core -> loop.health())).failure()).contains("the clock broke");
        assertThat(get(submit(new ChangeSetting("a", "b"))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ENGINE_FAILED));
    }

    @Test
    void answersEverythingThatWasAskedBeforeItClosed() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Object> held = loop.read(core -> waitFor(hold));
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 2_000)
                .mapToObj(i -> submit(new ChangeSetting("key", "value " + i)).toCompletableFuture())
                .toList();
        CompletableFuture<Long> read = loop.read(core -> core.sequence());
        start();
        Thread closer = Thread.ofPlatform().start(loop::close);
        await(() -> closer.getState() == Thread.State.WAITING);
        hold.countDown();
        closer.join();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).isCompletedWithValueMatching(Answer.Done.class::isInstance));
        assertThat(held).isCompletedWithValue(true);
        assertThat(read).isCompleted();
    }

    @Test
    void refusesWhatComesAfterItClosed() throws Exception {
        start();
        loop.close();

        assertThat(get(submit(new ChangeSetting("a", "b"))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ENGINE_CLOSING));
        assertThat(loop.read(core -> core.sequence())).isCompletedExceptionally();
        assertThat(loop.subscribe(new Topic.Market(BTC), state -> {}).isOpen()).isFalse();
    }

    @Test
    void aReadThatFailsHardFailsItsFuture() {
        start();

        CompletableFuture<Object> read = loop.read(core -> {
            throw new StackOverflowError("too deep");
        });

        assertThatThrownBy(() -> read.get(120, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void refusesACommandThatTheJournalCouldNotHoldAndGoesOn() throws Exception {
        start();

        Answer answer = get(submit(new EngageKillSwitch("because ".repeat(200_000))));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.COMMAND_TOO_LARGE));
        assertThat(get(submit(new ChangeSetting("a", "b")))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aJournalThatCannotBeFlushedAtTheEndLeavesNobodyWaiting() throws Exception {
        start();
        List<Event> heard = new CopyOnWriteArrayList<>();
        Subscription events = loop.publisher().subscribe(0, heard::add);
        await(() -> !heard.isEmpty());
        journal.holdBack();
        CompletableFuture<Answer> answer = submit(new ChangeSetting("a", "b")).toCompletableFuture();
        get(loop.read(core -> core.sequence()));
        journal.breakFlush("The disk is gone.");

        assertThatThrownBy(loop::close).hasMessage("The disk is gone.");

        assertThat(answer).isCompletedExceptionally();
        assertThat(events.isOpen()).isFalse();
        journal.release();
    }

    private void start() {
        loop.start(core -> {});
        submit(new ChangeMarketPace(100, false));
    }

    private CompletionStage<Answer> submit(Command command) {
        return loop.submit(new CommandKey("loop-" + keys++), command);
    }

    /** The clock breaks once, on whatever thread asks it next but this one. */
    private Clock brokenNowAndThen() {
        SystemClock clock = new SystemClock();
        Thread test = Thread.currentThread();
        return () -> {
            if (Thread.currentThread() != test && clockIsBroken.compareAndSet(true, false)) {
                throw new IllegalStateException("the clock broke");
            }
            return clock.nanos();
        };
    }

    private static Object waitFor(CountDownLatch latch) {
        try {
            return latch.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
