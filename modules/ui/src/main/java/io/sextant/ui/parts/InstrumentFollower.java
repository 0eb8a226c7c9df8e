package io.sextant.ui.parts;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.shell.DeskContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ChangeListener;

/** Follows the linked instrument while a panel can be seen; what the panel subscribes to for one ends with the next. */
public final class InstrumentFollower {

    private final DeskContext context;
    private final BiConsumer<Optional<Instrument>, Subscriptions> onInstrument;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ChangeListener<InstrumentId> listener = (property, before, now) -> follow();

    public InstrumentFollower(DeskContext context, BiConsumer<Optional<Instrument>, Subscriptions> onInstrument) {
        this.context = context;
        this.onInstrument = onInstrument;
    }

    public void start() {
        context.linkedInstrument().addListener(listener);
        follow();
    }

    public void stop() {
        context.linkedInstrument().removeListener(listener);
        subscriptions.close();
    }

    private void follow() {
        subscriptions.close();
        onInstrument.accept(
                context.catalog().findInstrument(context.linkedInstrument().get()), subscriptions);
    }
}
