package io.sextant.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.i18n.Language;
import io.sextant.voice.model.ModelOffer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A simulated desk on a real engine, and somebody who talks to its assistant. */
final class TalkedDesk implements AutoCloseable {

    static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    private static final int PATIENCE_SECONDS = 60;

    final LinkedBlockingQueue<AssistantNews> news = new LinkedBlockingQueue<>();
    final AssistantSession assistant;
    private final DeskSession session;
    /** Whether somebody can see drafts. */
    volatile boolean inSight = true;

    private int paces;

    TalkedDesk(Path folder, Language language) throws Exception {
        session = DeskSession.open(DeskOptions.in(folder), what -> {});
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (engine().ask(new Query.Market(BTC))
                .toCompletableFuture()
                .join()
                .last()
                .isEmpty()) {
            assertThat(System.nanoTime()).as("traded in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assistant = new AssistantSession(
                session.client(),
                new AssistantSession.Surroundings(
                        folder,
                        ModelOffer::of,
                        new DeskVoice(),
                        Optional.empty(),
                        new SystemClock(),
                        new SystemClock(),
                        ZoneOffset.UTC),
                new AssistantWishes(language),
                this::take);
    }

    /** As the panel does, on which a draft is read before its yes. */
    private void take(AssistantNews what) {
        if (inSight && what instanceof AssistantNews.Drafted draft) {
            assistant.shown(draft.id());
        }
        news.add(what);
    }

    /** No price leaves its band while the market stands still. */
    void standStill(boolean still) throws Exception {
        engine().submit(new CommandKey("still-" + ++paces), new ChangeMarketPace(1, still))
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    EngineClient engine() {
        return session.client();
    }

    DeskState state() {
        return engine().ask(new Query.Desk()).toCompletableFuture().join();
    }

    /** What is told next that is so; what comes before is forgotten. */
    <N extends AssistantNews> N next(Class<N> type, Predicate<N> wanted, String why) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        StringBuilder passed = new StringBuilder();
        while (true) {
            AssistantNews each = news.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(each).as("%s; what came was %s", why, passed).isNotNull();
            if (type.isInstance(each) && wanted.test(type.cast(each))) {
                return type.cast(each);
            }
            passed.append(each).append('\n');
        }
    }

    <N extends AssistantNews> N say(String sentence, Class<N> type) throws InterruptedException {
        news.clear();
        assistant.say(sentence);
        return next(type, each -> !(each instanceof Line line) || line.who() != Who.PERSON, sentence);
    }

    Line answer(String sentence) throws InterruptedException {
        return say(sentence, Line.class);
    }

    @Override
    public void close() {
        assistant.close();
        session.close();
    }
}
