package io.sextant.neural.selection;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** The same work for several things at once, each on a core of its own. */
final class SideBySide {

    private SideBySide() {}

    /**
     * What came of each, in order; the first failure in that order is thrown as it was. A parallel stream throws a copy of it, whose sentence
     * begins with the name of a class.
     */
    static <T, R> List<R> each(List<T> all, Function<T, R> work) {
        List<FutureTask<R>> tasks = all.stream()
                .map(one -> new FutureTask<R>(() -> work.apply(one)))
                .toList();
        tasks.parallelStream().forEach(FutureTask::run);
        for (FutureTask<R> task : tasks) {
            if (task.state() == Future.State.FAILED) {
                throw unchecked(task.exceptionNow());
            }
        }
        return tasks.stream().map(Future::resultNow).toList();
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
