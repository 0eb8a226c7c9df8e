package io.sextant.notify.outbox;

import io.sextant.domain.alert.AlertFiring;

/** Tells a firing in a sentence. */
@FunctionalInterface
public interface Wording {

    String say(AlertFiring firing, boolean french);
}
