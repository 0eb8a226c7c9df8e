package io.sextant.app.session;

import org.jspecify.annotations.Nullable;

/** Closes one part after the other. One that fails keeps none of those behind it open: an open store would lock its desk. */
final class ClosingInOrder {

    private ClosingInOrder() {}

    /** Throws what failed first, with the rest suppressed, once all were closed. */
    static void all(Runnable... parts) {
        @Nullable Throwable first = null;
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (RuntimeException | Error failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        switch (first) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(first);
        }
    }
}
