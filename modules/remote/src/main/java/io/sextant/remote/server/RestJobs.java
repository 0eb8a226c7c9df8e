package io.sextant.remote.server;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.WireWriter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Long work that programs began, each seen by who began it; the newest results are kept for a while. */
final class RestJobs {

    private static final int MOST_UNDER_WAY = 8;
    private static final int MOST_KEPT = 64;

    private final EngineClient engine;
    private final Map<String, Begun> jobs = new LinkedHashMap<>();
    private long count;

    private record Begun(String user, Job<?> job, RunningJob<?> running) {

        boolean isOver() {
            return running.result().toCompletableFuture().isDone();
        }
    }

    /**
     * How a job is.
     *
     * @param share done of the whole, from 0 to 1
     * @param trouble why it has no result, in a sentence
     */
    public record Standing(
            String id, boolean isOver, double share, Optional<String> trouble, Optional<Payload> result) {}

    RestJobs(EngineClient engine) {
        this.engine = engine;
    }

    synchronized Standing start(Principal who, Job<?> job) {
        if (jobs.values().stream().filter(one -> !one.isOver()).count() >= MOST_UNDER_WAY) {
            throw new BadCallException("There are " + MOST_UNDER_WAY + " jobs under way already.");
        }
        Iterator<Begun> oldest = jobs.values().iterator();
        while (jobs.size() >= MOST_KEPT && oldest.hasNext()) {
            if (oldest.next().isOver()) {
                oldest.remove();
            }
        }
        String id = Long.toString(++count);
        jobs.put(id, new Begun(who.name(), job, engine.start(job)));
        return standing(who, id);
    }

    synchronized Standing standing(Principal who, String id) {
        Begun begun = find(who, id);
        if (!begun.isOver()) {
            return new Standing(id, false, begun.running().progress(), Optional.empty(), Optional.empty());
        }
        return begun.running()
                .result()
                .toCompletableFuture()
                .handle((result, failure) -> failure == null
                        ? new Standing(
                                id,
                                true,
                                1,
                                Optional.empty(),
                                Optional.of(new Payload(WireWriter.tree(result, ResultTypes.of(begun.job())))))
                        : new Standing(
                                id, true, 1, Optional.of(String.valueOf(failure.getMessage())), Optional.empty()))
                .join();
    }

    synchronized Standing cancel(Principal who, String id) {
        find(who, id).running().cancel();
        return standing(who, id);
    }

    private Begun find(Principal who, String id) {
        Begun begun = jobs.get(id);
        if (begun == null || !begun.user().equals(who.name())) {
            throw new BadCallException("There is no job " + id + " of yours.");
        }
        return begun;
    }

    synchronized void close() {
        jobs.values().forEach(one -> one.running().cancel());
        jobs.clear();
    }
}
