package io.sextant.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StateChannelTest {

    private final Unwilling engine = new Unwilling();
    private final StateChannel<DeskState> channel = new StateChannel<>(engine, new Topic.Desk(), () -> {}, () -> {});

    /** Ends each subscription before a word, as a server does that has not what is asked for; or is not there at all. */
    private static final class Unwilling implements EngineClient {

        private int asked;
        private boolean isGone;

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            asked++;
            if (isGone) {
                throw new IllegalStateException("gone");
            }
            return new Subscription() {
                @Override
                public boolean isOpen() {
                    return false;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            throw new AssertionError("does nothing");
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
        public void close() {}
    }

    private void beats(int count) {
        for (int i = 0; i < count; i++) {
            try {
                channel.subscribeWhenNeeded();
            } catch (IllegalStateException gone) {
                assertThat(engine.isGone).isTrue();
            }
        }
    }

    @Test
    void whatIsRefusedIsAskedForLessAndLessOften() {
        beats(254);
        // At once, then after 1, 2, 4 ... beats: in a minute eight times instead of two hundred and fifty.
        assertThat(engine.asked).isBetween(7, 9);
        beats(10 * StateChannel.LONGEST_PATIENCE_BEATS);
        assertThat(engine.asked).isBetween(16, 20);
    }

    @Test
    void anEngineThatIsNotThereIsTriedAtEachBeat() {
        engine.isGone = true;
        beats(100);
        assertThat(engine.asked).isEqualTo(100);
    }
}
