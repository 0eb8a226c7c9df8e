package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Topic;
import io.sextant.domain.request.WatchlistState;
import io.sextant.remote.client.LinkLostException;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Role;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both ends of the wire together, over lines that break. Time passes only when a test says so. */
class RemoteEngineTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    private final ScriptedEngine engine = new ScriptedEngine();
    private final ByHand time = new ByHand();
    private final List<LinkState> states = new CopyOnWriteArrayList<>();
    private MemoryLines lines = new MemoryLines(engine, Role.ADMIN);
    private RemoteEngine remote = connect();

    private RemoteEngine connect() {
        RemoteEngine made = new RemoteEngine(lines, time, time);
        made.watch(states::add);
        await(() -> made.state() == LinkState.UP);
        return made;
    }

    @AfterEach
    void close() {
        remote.close();
        lines.close();
    }

    @Test
    void doesAsksAndListensAsIfTheEngineWereHere() throws Exception {
        List<Event> events = new CopyOnWriteArrayList<>();
        remote.subscribe(new Topic.Events(0), events::add);

        assertThat(get(set("a", "1"))).isInstanceOf(Answer.Done.class);
        assertThat(get(set("b", "2"))).isInstanceOf(Answer.Done.class);

        assertThat(get(remote.ask(new Query.Settings())))
                .containsEntry("a", "1")
                .containsEntry("b", "2");
        await(() -> events.size() == 2);
        assertThat(events).extracting(event -> ((SettingChanged) event).key()).containsExactly("a", "b");
        assertThatThrownBy(() -> get(remote.ask(new Query.Strategies())))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("nobody knows");
    }

    @Test
    void bringsEveryStateWholeThoughOnlyChangesAreSent() {
        List<WatchlistState> seen = new CopyOnWriteArrayList<>();
        remote.subscribe(new Topic.Watchlist(), seen::add);
        await(() -> engine.listening() == 1);

        for (int i = 1; i <= 20; i++) {
            WatchlistState state = watchlist(i);
            engine.show(state);
            await(() -> !seen.isEmpty() && seen.getLast().equals(state));
        }
    }

    @Test
    void goesOnBehindABrokenLineWithoutAGapOrADouble() throws Exception {
        List<Event> events = new CopyOnWriteArrayList<>();
        List<WatchlistState> seen = new CopyOnWriteArrayList<>();
        remote.subscribe(new Topic.Events(0), events::add);
        remote.subscribe(new Topic.Watchlist(), seen::add);
        for (int i = 0; i < 30; i++) {
            get(set("k" + i, "v"));
            if (i % 7 == 3) {
                lines.cut();
                engine.submit(new CommandKey("elsewhere-" + i), new ChangeSetting("x" + i, "while nobody looked"));
                await(() -> remote.state() == LinkState.DOWN);
                pass(11);
                await(() -> remote.state() == LinkState.UP);
            }
        }
        WatchlistState last = watchlist(7);
        await(() -> engine.listening() == 2);
        engine.show(last);
        await(() -> events.size() == 34 && !seen.isEmpty());

        assertThat(events).extracting(Event::position).isSorted().doesNotHaveDuplicates();
        assertThat(seen.getLast()).isEqualTo(last);
        assertThat(lines.count()).isEqualTo(5);
    }

    @Test
    void refusesWhatIsAskedForWhileTheLineIsDownAndKeepsNothingForLater() throws Exception {
        lines.isDown = true;
        lines.cut();
        await(() -> remote.state() == LinkState.DOWN);

        assertThat(get(set("a", "1")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.LINK_DOWN));
        assertThatThrownBy(() -> get(remote.ask(new Query.Settings()))).hasRootCauseInstanceOf(LinkLostException.class);
        assertThatThrownBy(() -> get(remote.start(new Job.RebuildTables()).result()))
                .hasRootCauseInstanceOf(LinkLostException.class);

        lines.isDown = false;
        pass(11);
        await(() -> remote.state() == LinkState.UP);
        assertThat(get(remote.ask(new Query.Settings()))).isEmpty();
        assertThat(engine.done).isZero();
    }

    @Test
    void learnsWhatBecameOfACommandWhoseAnswerWasLostAndDoesItOnce() throws Exception {
        engine.holdsAnswers = true;
        CompletableFuture<Answer> answer = set("a", "1").toCompletableFuture();
        await(() -> engine.done == 1);
        lines.cut();
        await(() -> remote.state() == LinkState.DOWN);
        engine.letAnswersGo();
        pass(11);

        assertThat(get(answer)).isInstanceOf(Answer.Done.class);
        assertThat(engine.done).isEqualTo(1);
    }

    @Test
    void saysThatACommandNeverReachedTheEngineInsteadOfSendingItLate() throws Exception {
        lines.isMute = true;
        CompletableFuture<Answer> answer = set("a", "1").toCompletableFuture();
        lines.cut();
        lines.isMute = false;
        await(() -> remote.state() == LinkState.DOWN);
        pass(11);

        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.LINK_LOST));
        assertThat(engine.done).isZero();
    }

    @Test
    void aCommandThatIsSaidToHaveNeverComeIsNotDoneWhenItComesLate() throws Exception {
        CommandKeys keys = new CommandKeys(engine);
        CommandKey late = new CommandKey("late");

        assertThat(get(keys.whatBecameOf(ADA, late))).isEmpty();
        assertThat(get(keys.submit(ADA, late, new ChangeSetting("a", "1"))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.LINK_LOST));
        assertThat(engine.done).isZero();
    }

    @Test
    void theEngineIsAskedWhenTheServerWasStartedAnewAfterTheCommand() throws Exception {
        CommandKey key = new CommandKey("before");
        get(new CommandKeys(engine).submit(ADA, key, new ChangeSetting("a", "1")));

        CommandKeys anew = new CommandKeys(engine);
        for (int i = 0; i < 2; i++) {
            assertThat(get(anew.whatBecameOf(ADA, key))).containsInstanceOf(Answer.Done.class);
        }
    }

    @Test
    void nobodySpoilsTheKeysOfAnother() throws Exception {
        CommandKeys keys = new CommandKeys(engine);
        CommandKey key = new CommandKey("guessed");
        assertThat(get(keys.whatBecameOf(new Principal("eve", Role.VIEW), key))).isEmpty();

        assertThat(get(keys.submit(ADA, key, new ChangeSetting("a", "1")))).isInstanceOf(Answer.Done.class);
        assertThat(engine.done).isEqualTo(1);
    }

    @Test
    void isStaleWithinTwoSecondsOfSilenceAndOpensALineAnewWhenItLasts() throws Exception {
        lines.isDeaf = true;
        pass(2);
        await(() -> remote.state() == LinkState.STALE);
        assertThat(time.nanos() - remote.heardNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
        assertThat(get(set("a", "1")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.LINK_STALE));

        pass(6);
        await(() -> remote.state() == LinkState.DOWN);
        lines.isDeaf = false;
        pass(11);
        await(() -> remote.state() == LinkState.UP);
        await(() -> states.containsAll(List.of(LinkState.UP, LinkState.STALE, LinkState.DOWN)));
    }

    @Test
    void sendsAStopOverASilentLine() throws Exception {
        lines.isDeaf = true;
        pass(2);
        await(() -> remote.state() == LinkState.STALE);
        assertThat(remote.submit(new CommandKey("stop"), new EngageKillSwitch("by hand")))
                .isNotCompleted();

        await(() -> lines.audited.contains("ada did EngageKillSwitch"));
        assertThat(engine.done).as("settings changed").isZero();
    }

    @Test
    void aRoleMayNoMoreThanItsOwn() throws Exception {
        remote.close();
        lines.close();
        lines = new MemoryLines(engine, Role.VIEW);
        remote = connect();

        assertThatThrownBy(() -> get(set("a", "1"))).hasMessageContaining("needs the role ADMIN; ada has VIEW");
        assertThatThrownBy(() -> get(remote.start(new Job.RebuildTables()).result()))
                .hasMessageContaining("needs the role");
        assertThat(engine.done).isZero();
        assertThat(lines.audited).containsExactly("ada may not ChangeSetting", "ada was refused the job RebuildTables");
        assertThat(get(remote.ask(new Query.Settings()))).isEmpty();
    }

    @Test
    void runsLongWorkThereAndCancelsIt() throws Exception {
        RunningJob<Long> finished = remote.start(new Job.RebuildTables());
        engine.job.complete(42L);
        assertThat(get(finished.result())).isEqualTo(42L);
    }

    @Test
    void cancelsLongWorkThere() {
        RunningJob<Long> running = remote.start(new Job.RebuildTables());
        running.cancel();
        assertThatThrownBy(() -> get(running.result())).hasCauseInstanceOf(CancellationException.class);
        assertThat(engine.job).isCancelled();
    }

    private static final Principal ADA = new Principal("ada", Role.ADMIN);

    private static WatchlistState watchlist(int turn) {
        double[] spark = new double[3];
        spark[turn % 3] = turn;
        return new WatchlistState(
                turn,
                List.of(new WatchlistState.Row(
                        BTC,
                        turn % 4 == 0 ? Optional.empty() : Optional.of(Price.of(60_000 + turn, 1)),
                        Optional.of(Price.of(59_999, 1)),
                        turn % 5 == 0 ? Optional.empty() : Optional.of(Price.of(60_001, 0)),
                        Optional.empty(),
                        spark)));
    }

    private int keys;

    private CompletionStage<Answer> set(String name, String value) {
        return remote.submit(new CommandKey("test-" + keys++), new ChangeSetting(name, value));
    }

    private void pass(int seconds) {
        time.pass(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            LockSupport.parkNanos(500_000);
        }
    }
}
