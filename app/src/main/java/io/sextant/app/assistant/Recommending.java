package io.sextant.app.assistant;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.voice.assistant.Recommendation;
import io.sextant.voice.assistant.Recommender;
import io.sextant.voice.language.Language;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows what is rare, one at a time, while that is wished; what was shown or dismissed is remembered by the desk. On a thread of its own. */
final class Recommending implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Recommending.class.getName());
    private static final long LOOK_SECONDS = 30;

    private final EngineClient engine;
    private final ZoneId zone;
    private final String name;
    private final Telling telling;
    private final AssistantThread thread;
    private final AtomicLong numbers = new AtomicLong();
    /** Only on the thread. */
    private @Nullable Shown open;

    private record Shown(long id, Recommendation what) {}

    /** @param name begins the keys of what is remembered */
    Recommending(EngineClient engine, ZoneId zone, String name, Telling telling, Consumer<RuntimeException> failures) {
        this.engine = engine;
        this.zone = zone;
        this.name = name;
        this.telling = telling;
        thread = new AssistantThread("sextant-assistant-signals", failures);
    }

    void follow(BooleanSupplier wished, Supplier<Language> language) {
        thread.every(LOOK_SECONDS, () -> look(wished.getAsBoolean(), language.get()));
    }

    /** Looks once; for the thread, and for tests. */
    void look(boolean wished, Language language) {
        Shown shown = open;
        if (shown != null) {
            boolean over = marketNanos() >= shown.what().untilNanos();
            if (wished && !over) {
                return;
            }
            end(shown);
        }
        if (!wished) {
            return;
        }
        Recommender recommender = new Recommender(engine, language, Timeframe.H1, zone);
        recommender.look(recommender.followed()).ifPresent(this::show);
    }

    private void show(Recommendation found) {
        Shown now = new Shown(numbers.incrementAndGet(), found);
        // What is not remembered would be shown again and again: then rather not at all.
        if (remember(found.note(false).toSetting())) {
            open = now;
            telling.show(new AssistantNews.Recommended(now.id(), Telling.parts(found.evidence())));
        }
    }

    void dismiss(long id) {
        thread.run(() -> take(id).ifPresent(found -> remember(found.note(true).toSetting())));
    }

    /** @param drafts is given what to draft, unless its forecast is over */
    void draft(long id, Consumer<Recommendation> drafts) {
        thread.run(() ->
                take(id).filter(found -> marketNanos() < found.untilNanos()).ifPresent(drafts));
    }

    private Optional<Recommendation> take(long id) {
        Shown shown = open;
        if (shown == null || shown.id() != id) {
            return Optional.empty();
        }
        end(shown);
        return Optional.of(shown.what());
    }

    private void end(Shown shown) {
        open = null;
        telling.show(new AssistantNews.RecommendedEnded(shown.id()));
    }

    private long marketNanos() {
        return engine.ask(new Query.Desk()).toCompletableFuture().join().marketNanos();
    }

    private boolean remember(ChangeSetting setting) {
        try {
            engine.submit(new CommandKey(name + "-recommended-" + numbers.incrementAndGet()), setting)
                    .toCompletableFuture()
                    .join();
            return true;
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "a recommendation was not remembered", failed);
            return false;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
