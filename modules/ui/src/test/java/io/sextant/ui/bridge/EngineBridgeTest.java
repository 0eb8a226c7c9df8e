package io.sextant.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.ui.testing.Edits;
import io.sextant.ui.testing.FakeEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EngineBridgeTest {

    private final FakeEngine engine = new FakeEngine();
    private final SteppedFrames frames = new SteppedFrames();
    private final EngineBridge bridge = new EngineBridge(engine, new CommandKeys(1), frames);

    @Test
    void showsOnlyTheLatestStateOfAFrame() {
        List<DeskState> seen = new ArrayList<>();
        bridge.onState(new Topic.Desk(), seen::add);
        frames.frame();
        seen.clear();

        for (int pace = 2; pace <= 50; pace++) {
            double times = pace;
            engine.editDesk(desk -> Edits.withPace(desk, times, false));
        }
        frames.frame();

        assertThat(seen).extracting(DeskState::timesRealTime).containsExactly(50.0);
    }

    @Test
    void saysNothingWhenTheStateIsTheSame() {
        List<DeskState> seen = new ArrayList<>();
        bridge.onState(new Topic.Desk(), seen::add);
        frames.frame();

        engine.editDesk(desk -> desk);
        frames.frame();

        assertThat(seen).hasSize(1);
    }

    @Test
    void aWindowThatRestsDrawsTheLatestStateWhenItsTimeComes() {
        List<DeskState> seen = new ArrayList<>();
        frames.rest();
        bridge.onState(new Topic.Desk(), seen::add);
        frames.settle();
        assertThat(seen).as("what an empty panel waits for does not wait").hasSize(1);
        seen.clear();

        engine.editDesk(desk -> Edits.withPace(desk, 2, false));
        engine.editDesk(desk -> Edits.withPace(desk, 3, false));
        frames.settle();
        assertThat(seen).isEmpty();

        frames.beat();
        frames.settle();
        assertThat(seen).extracting(DeskState::timesRealTime).containsExactly(3.0);
    }

    @Test
    void tellsItsFramesWhetherTheyMayRest() {
        bridge.restsProperty().set(false);
        assertThat(frames.mayRest()).isFalse();
    }

    @Test
    void panelsOnOneTopicShareASubscriptionUntilTheLastLeaves() {
        List<DeskState> first = new ArrayList<>();
        List<DeskState> second = new ArrayList<>();
        Subscription one = bridge.onState(new Topic.Desk(), first::add);
        frames.frame();
        Subscription two = bridge.onState(new Topic.Desk(), second::add);
        frames.frame();

        assertThat(engine.openTopics()).containsExactly(new Topic.Desk());
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);

        one.close();
        assertThat(engine.openTopics()).hasSize(1);
        two.close();
        assertThat(engine.openTopics()).isEmpty();
        assertThat(two.isOpen()).isFalse();
    }

    @Test
    void aClosedListenerHearsNothingMore() {
        List<DeskState> seen = new ArrayList<>();
        Subscription subscription = bridge.onState(new Topic.Desk(), seen::add);
        subscription.close();
        subscription.close();

        engine.step();
        frames.settle();

        assertThat(seen).isEmpty();
    }

    @Test
    void aListenerWithABugDoesNotStarveTheOthers() {
        Logger.getLogger(Handover.class.getName()).setLevel(Level.OFF);
        List<DeskState> seen = new ArrayList<>();
        bridge.onState(new Topic.Desk(), state -> {
            throw new IllegalStateException("a bug in a panel, on purpose");
        });
        bridge.onState(new Topic.Desk(), seen::add);

        frames.frame();

        assertThat(seen).hasSize(1);
    }

    @Test
    void deliversPastEventsAndThenEveryNewOneInOrder() {
        happen(5);
        List<Long> seen = new ArrayList<>();
        bridge.onEvents(0, event -> seen.add(event.position()));
        happen(5);

        frames.settle();

        assertThat(seen).containsExactlyElementsOf(positions());
    }

    @Test
    void spreadsALongPastOverFrames() {
        happen(3 * EventChannel.EVENTS_PER_FRAME);
        List<Long> seen = new ArrayList<>();
        bridge.onEvents(0, event -> seen.add(event.position()));

        frames.frame();
        assertThat(seen).hasSize(EventChannel.EVENTS_PER_FRAME);

        frames.settle();
        assertThat(seen).containsExactlyElementsOf(positions());
        assertThat(frames.count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void resubscribesAfterTheLastEventSeenWhenTheEngineEndedIt() {
        List<Long> seen = new ArrayList<>();
        Subscription subscription = bridge.onEvents(0, event -> seen.add(event.position()));
        happen(3);
        frames.settle();

        engine.endEventSubscriptions();
        happen(4);
        frames.supervise();
        frames.settle();

        assertThat(subscription.isOpen()).isTrue();
        assertThat(seen).containsExactlyElementsOf(positions());
    }

    @Test
    void losesNothingWhenMoreComesThanItsQueueHolds() {
        List<Long> seen = new ArrayList<>();
        bridge.onEvents(0, event -> seen.add(event.position()));
        happen(EventChannel.QUEUE_CAPACITY + 1_000);

        frames.settle();
        frames.supervise();
        frames.settle();

        assertThat(seen).containsExactlyElementsOf(positions());
    }

    @Test
    void fromNowOnMeansNoneOfThePastAndAllOfTheRest() {
        happen(3);
        List<Long> seen = new ArrayList<>();
        bridge.onEventsFromNow(event -> seen.add(event.position()));
        long now = positions().getLast();

        // Ended before it saw anything: the new subscription must not start at a later now.
        engine.endEventSubscriptions();
        happen(2);
        frames.supervise();
        frames.settle();

        assertThat(seen).containsExactly(now + 1, now + 2);
    }

    @Test
    void listensAgainToAStateWhenTheLineToTheEngineWasLost() {
        List<DeskState> seen = new ArrayList<>();
        bridge.onState(new Topic.Desk(), seen::add);
        frames.settle();

        engine.endAllSubscriptions();
        engine.editDesk(desk -> Edits.withPace(desk, 7, false));
        frames.supervise();
        frames.settle();

        assertThat(seen).last().extracting(DeskState::timesRealTime).isEqualTo(7.0);
    }

    @Test
    void triesAgainWhenTheEngineCannotBeListenedToYet() {
        Logger.getLogger(EngineBridge.class.getName()).setLevel(Level.OFF);
        List<DeskState> states = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        engine.breakConnection("not there yet");
        bridge.onState(new Topic.Desk(), states::add);
        bridge.onEvents(0, event -> positions.add(event.position()));
        frames.supervise();
        frames.settle();
        assertThat(states).isEmpty();

        engine.healConnection();
        frames.supervise();
        frames.settle();

        assertThat(states).hasSize(1);
        assertThat(positions).containsExactlyElementsOf(positions());
    }

    @Test
    void answersAQuestionAndACommand() {
        AtomicReference<DeskState> desk = new AtomicReference<>();
        bridge.ask(new Query.Desk()).thenAccept(desk::set);
        assertThat(desk.get()).isEqualTo(engine.desk());

        AtomicReference<Answer> answer = new AtomicReference<>();
        bridge.submit(new EngageKillSwitch("test")).thenAccept(answer::set);
        assertThat(answer.get()).isInstanceOf(Answer.Done.class);
        assertThat(engine.desk().killSwitchEngaged()).isTrue();
    }

    @Test
    void givesTheFailureWhenTheEngineIsGone() {
        engine.breakConnection("gone");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        bridge.ask(new Query.Desk()).whenComplete((desk, problem) -> failure.set(problem));
        assertThat(failure.get()).hasMessage("gone");
    }

    @Test
    void refusesToConflateEvents() {
        assertThatThrownBy(() -> bridge.onState(new Topic.Events(0), (Event event) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsEverySubscriptionWhenItCloses() {
        bridge.onState(new Topic.Desk(), state -> {});
        bridge.onState(new Topic.Watchlist(), state -> {});
        bridge.onEvents(0, event -> {});

        bridge.close();
        bridge.close();

        assertThat(engine.openTopics()).isEmpty();
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            engine.push(new SettingChanged(engine.nextPosition(), engine.nowNanos(), "test", "value"));
        }
    }

    private List<Long> positions() {
        return LongStream.rangeClosed(1, engine.events().getLast().position())
                .boxed()
                .toList();
    }
}
