package io.sextant.reference.news;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** An engine that keeps settings and headlines, and does what it is told twice once. */
final class HeardEngine implements EngineClient {

    final Map<String, String> settings = new ConcurrentHashMap<>();
    final Map<String, TellHeadline> headlines = new java.util.LinkedHashMap<>();
    final List<SourceResult> results = new ArrayList<>();
    int commands;
    boolean busy;

    void add(NewsSource source) {
        settings.put(source.toSetting().key(), source.toSetting().value());
    }

    synchronized List<String> texts() {
        return headlines.values().stream().map(TellHeadline::text).toList();
    }

    Optional<SourceResult> last(String source) {
        return SourceBook.of(settings).findNews(source).flatMap(SourceBook.News::last);
    }

    @Override
    public synchronized CompletionStage<Answer> submit(CommandKey key, Command command) {
        commands++;
        switch (command) {
            case TellHeadline headline
            when busy -> {
                return CompletableFuture.completedFuture(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_BUSY)));
            }
            case TellHeadline headline -> headlines.putIfAbsent(key.value(), headline);
            case ChangeSetting setting -> {
                settings.put(setting.key(), setting.value());
                SourceResult.findIn(Map.entry(setting.key(), setting.value())).ifPresent(results::add);
            }
            default -> throw new AssertionError(command);
        }
        return CompletableFuture.completedFuture(new Answer.Done(commands, Optional.empty()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        return CompletableFuture.completedFuture((R) Map.copyOf(settings));
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
