package io.sextant.ui.panel.chart.compare;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.Comparison;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Loads and follows the bars of the compared instruments, as far back as those of the chart reach. */
public final class ComparedBars {

    private static final int BARS_AT_LEAST = 5_000;

    private final DeskContext context;
    private final Consumer<List<Comparison>> listener;
    private final Subscriptions live = new Subscriptions();
    private final List<Followed> followed = new ArrayList<>();
    private int generation;

    /** {@code listener} gets the comparisons anew whenever one of them was loaded. */
    public ComparedBars(DeskContext context, Consumer<List<Comparison>> listener) {
        this.context = context;
        this.listener = listener;
    }

    /** Turns to these instruments; {@code barsWanted} is how many bars the chart has. */
    public void follow(List<InstrumentId> instruments, Timeframe timeframe, int barsWanted) {
        stop();
        for (int i = 0; i < instruments.size(); i++) {
            followed.add(new Followed(instruments.get(i), i + 1));
        }
        tell();
        for (Followed one : followed) {
            load(one, timeframe, barsWanted);
            live.add(context.engine()
                    .onState(new Topic.Bars(one.instrument, timeframe), bars -> one.live(bars, this, timeframe)));
        }
    }

    public void stop() {
        generation++;
        live.close();
        followed.clear();
    }

    private void load(Followed one, Timeframe timeframe, int barsWanted) {
        int asked = generation;
        one.loading = true;
        Query.Bars query =
                new Query.Bars(one.instrument, timeframe, Long.MAX_VALUE, Math.max(BARS_AT_LEAST, barsWanted));
        context.engine().ask(query).whenComplete((bars, failure) -> {
            if (asked != generation) {
                return;
            }
            one.loading = false;
            if (failure != null) {
                context.toasts().failed(failure);
            } else {
                one.bars = CandleSeries.of(bars);
                tell();
            }
        });
    }

    private void tell() {
        listener.accept(followed.stream()
                .map(one -> new Comparison(one.instrument.symbol(), one.colour, one.bars))
                .toList());
    }

    private static final class Followed {
        private final InstrumentId instrument;
        private final int colour;
        private CandleSeries bars = CandleSeries.empty();
        private boolean loading;

        Followed(InstrumentId instrument, int colour) {
            this.instrument = instrument;
            this.colour = colour;
        }

        void live(LiveBars newest, ComparedBars loader, Timeframe timeframe) {
            if (loading || newest.tail().isEmpty() || bars.isEmpty()) {
                return;
            }
            long last = bars.openTimeNanos(bars.endIndex() - 1);
            if (newest.tail().firstTimeNanos() > timeframe.nextStart(last)) {
                loader.load(this, timeframe, bars.size());
            } else {
                bars.putAll(newest.tail());
            }
        }
    }
}
