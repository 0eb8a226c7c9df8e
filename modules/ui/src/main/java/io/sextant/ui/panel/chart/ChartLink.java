package io.sextant.ui.panel.chart;

import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.signal.CrosshairMoved;
import io.sextant.ui.signal.LinkColour;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Tells the charts of the same colour where the mouse is, and shows where it is in them. */
final class ChartLink {

    private final DeskContext context;
    private final ChartModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    ChartLink(DeskContext context, ChartModel model) {
        this.context = context;
        this.model = model;
    }

    void start(PriceChart chart) {
        chart.setOnCrosshair(this::moved);
        subscriptions.add(context.signals().on(CrosshairMoved.class, moved -> movedElsewhere(moved, chart)));
    }

    void stop() {
        subscriptions.close();
    }

    private void moved(OptionalLong timeNanos, double price) {
        LinkColour colour = model.link().get();
        Optional<ChartSubject> subject = model.subject().get();
        if (colour != LinkColour.NONE && subject.isPresent()) {
            context.signals()
                    .send(new CrosshairMoved(colour, this, subject.get().id(), timeNanos, price));
        }
    }

    private void movedElsewhere(CrosshairMoved moved, PriceChart chart) {
        if (moved.sender() == this) {
            return;
        }
        boolean ours = moved.colour() == model.link().get();
        boolean sameInstrument = model.subject()
                .get()
                .filter(shown -> shown.id().equals(moved.instrument()))
                .isPresent();
        chart.showLinkedCrosshair(
                ours ? moved.timeNanos() : OptionalLong.empty(),
                ours && sameInstrument ? OptionalDouble.of(moved.price()) : OptionalDouble.empty());
    }
}
