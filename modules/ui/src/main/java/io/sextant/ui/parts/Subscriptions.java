package io.sextant.ui.parts;

import io.sextant.domain.request.Subscription;
import java.util.ArrayList;
import java.util.List;

/** The subscriptions of a panel that can be seen; closed together when it hides. */
public final class Subscriptions implements AutoCloseable {

    private final List<Subscription> open = new ArrayList<>();

    public void add(Subscription subscription) {
        open.add(subscription);
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
