package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.SessionProblem;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.time.SystemClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands about sources share: which desk is meant, changing it, and how results are written. */
final class SourceDesk {

    private SourceDesk() {}

    static DeskOptions options(@Nullable Path dataFolder, FeedOptions feed, @Nullable CommandSpec spec) {
        return new DeskOptions(
                Optional.of(dataFolder == null ? DataFolder.usual() : dataFolder),
                Optional.empty(),
                Optional.empty(),
                feed.choice(spec),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    static void change(DeskOptions options, ChangeSetting setting) {
        try (DeskSession desk = DeskSession.open(options, what -> {})) {
            Answer answer = desk.client()
                    .submit(new CommandKey("source-" + new SystemClock().nanos()), setting)
                    .toCompletableFuture()
                    .join();
            if (answer instanceof Answer.Refused refused) {
                throw new SessionProblem(refused.refusal().sentence());
            }
        }
    }

    static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }

    static String said(Optional<SourceResult> last) {
        return last.map(result -> switch (result.outcome()) {
                    case READ -> result.text();
                    case FAILED -> "FAILED: " + result.text();
                })
                .orElse("");
    }

    static Map<String, Object> map(Optional<SourceResult> last) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("last", last.map(result -> time(result.atNanos())).orElse(""));
        map.put("outcome", last.map(result -> result.outcome().name()).orElse(""));
        map.put("result", last.map(SourceResult::text).orElse(""));
        return map;
    }
}
