package io.sextant.ui.panel.chart;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.request.Query;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.shell.DeskContext;
import java.util.List;

/** Follows what happens that a chart marks: our fills, headlines, and feeds that fall silent. */
final class ChartMarks {

    private static final int PAST_FILLS = 2_000;
    private static final int PAST_EVENTS = 2_000;

    private final DeskContext context;
    private final ChartModel model;
    private final EventFollower events;

    ChartMarks(DeskContext context, ChartModel model) {
        this.context = context;
        this.model = model;
        events = new EventFollower(context);
    }

    void start() {
        events.start(
                PAST_EVENTS,
                newest -> {
                    newest.reversed().forEach(this::happened);
                    return context.engine().ask(new Query.Fills(PAST_FILLS)).thenAccept(model::filled);
                },
                this::happened);
    }

    void stop() {
        events.stop();
    }

    // Only these kinds of events mark a chart; whatever else happens is told elsewhere.
    private void happened(Event event) {
        if (event instanceof OrderFilled filled) {
            model.filled(List.of(filled.fill()));
        } else if (event instanceof HeadlinePublished published) {
            model.published(published);
        } else if (event instanceof FeedChanged feed) {
            model.feedChanged(feed);
        }
    }
}
