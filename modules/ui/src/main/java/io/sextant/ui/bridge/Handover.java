package io.sextant.ui.bridge;

import java.util.function.Consumer;

/** Gives one delivery to one listener, so that a listener with a bug does not starve the others. */
final class Handover {

    private static final System.Logger LOG = System.getLogger(Handover.class.getName());

    private Handover() {}

    static <T> void give(T delivery, Consumer<? super T> listener) {
        try {
            listener.accept(delivery);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a panel failed on a " + delivery.getClass().getSimpleName(),
                    e);
        }
    }
}
