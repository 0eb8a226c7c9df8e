package io.sextant.ui.panel.chart;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.request.Query;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.shell.DeskContext;
import java.util.List;
import java.util.stream.Stream;

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
                    happened(newest.reversed());
                    return context.engine().ask(new Query.Fills(PAST_FILLS)).thenAccept(model::filled);
                },
                event -> happened(List.of(event)));
    }

    void stop() {
        events.stop();
    }

    /** Only these kinds of events mark a chart. The past comes as one: the chart is told of it once, not for each of thousands. */
    private void happened(List<Event> events) {
        model.filled(of(events, OrderFilled.class).map(OrderFilled::fill).toList());
        model.published(of(events, HeadlinePublished.class).toList());
        of(events, FeedChanged.class).forEach(model::feedChanged);
    }

    private static <E extends Event> Stream<E> of(List<Event> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
