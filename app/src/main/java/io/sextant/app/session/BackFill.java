package io.sextant.app.session;

import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.Clock;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.BarArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Fills the holes of stored series from what a venue remembers. A bar that is stored stays as it is. */
final class BackFill {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Holes that lie within about one answer of each other are asked for at once. */
    private static final int BARS_AN_ANSWER = 500;

    private final BarArchive archive;
    private final Function<String, Optional<Past>> venues;
    private final Clock clock;

    /**
     * A venue's past.
     *
     * @param own instruments that the desk follows on this venue, which are stored under their own names
     */
    record Past(HistorySource.Venue venue, Predicate<InstrumentId> own) {

        InstrumentId storedAs(InstrumentId instrument) {
            return own.test(instrument) ? instrument : venue.storedAs(instrument);
        }
    }

    private record Stretch(long fromNanos, long toNanos) {}

    BackFill(BarArchive archive, Function<String, Optional<Past>> venues, Clock clock) {
        this.archive = archive;
        this.venues = venues;
        this.clock = clock;
    }

    List<FilledSeries> run(Job.BackFill job, Progress progress) {
        Past past = venues.apply(job.source())
                .orElseThrow(() -> new IllegalArgumentException("no venue called " + job.source() + " has history"));
        List<FilledSeries> filled = new ArrayList<>();
        for (InstrumentId instrument : job.instruments()) {
            double before = (double) filled.size() / job.instruments().size();
            double share = 1.0 / job.instruments().size();
            filled.add(fill(past, instrument, job, progress, done -> before + share * done));
        }
        return filled;
    }

    private FilledSeries fill(
            Past past, InstrumentId instrument, Job.BackFill job, Progress progress, Function<Double, Double> share) {
        Timeframe timeframe = job.timeframe();
        long until = timeframe.startOf(clock.nanos());
        long from = timeframe.startOf(until - job.days() * DAY_NANOS);
        InstrumentId name = past.storedAs(instrument);
        BarSeries stored = archive.read(name, timeframe, from, until);
        List<Stretch> holes = holes(stored, timeframe, from, until);
        long[] added = {0};
        try {
            if (!holes.isEmpty()) {
                Listing listing =
                        past.venue().connector().listings(List.of(instrument)).getFirst();
                for (Stretch hole : joined(holes, timeframe)) {
                    progress.checkCancelled();
                    past.venue()
                            .requests()
                            .ask(listing, timeframe, hole.fromNanos(), hole.toNanos(), Integer.MAX_VALUE, bars -> {
                                BarSeries missing = missing(LivePast.traded(bars), stored);
                                archive.append(name, timeframe, missing);
                                added[0] += missing.size();
                                progress.worked(bars.size());
                                progress.done(share.apply(
                                        (double) (bars.lastTimeNanos() - from) / Math.max(1, until - from)));
                            });
                }
            }
        } catch (VenueException e) {
            return new FilledSeries(
                    name,
                    timeframe,
                    holes.size(),
                    added[0],
                    Optional.of(job.source() + " gives no bars (" + e.getMessage() + ")"));
        }
        progress.done(share.apply(1.0));
        return new FilledSeries(name, timeframe, holes.size(), added[0], Optional.empty());
    }

    /** Stretches of {@code [from, until)} of which no bar is stored, in time order. */
    private static List<Stretch> holes(BarSeries stored, Timeframe timeframe, long from, long until) {
        List<Stretch> holes = new ArrayList<>();
        long next = from;
        for (int i = 0; i < stored.size(); i++) {
            long open = stored.openTimeNanos()[i];
            if (open > next) {
                holes.add(new Stretch(next, open));
            }
            next = timeframe.nextStart(open);
        }
        if (next < until) {
            holes.add(new Stretch(next, until));
        }
        return holes;
    }

    private static List<Stretch> joined(List<Stretch> holes, Timeframe timeframe) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch hole : holes) {
            Stretch last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && hole.toNanos() - last.fromNanos() <= BARS_AN_ANSWER * timeframe.nominalNanos()) {
                joined.set(joined.size() - 1, new Stretch(last.fromNanos(), hole.toNanos()));
            } else {
                joined.add(hole);
            }
        }
        return joined;
    }

    private static BarSeries missing(BarSeries found, BarSeries stored) {
        BarSeriesBuilder missing = new BarSeriesBuilder();
        for (int i = 0; i < found.size(); i++) {
            int at = stored.indexAtOrAfter(found.openTimeNanos()[i]);
            if (at == stored.size() || stored.openTimeNanos()[at] != found.openTimeNanos()[i]) {
                missing.add(
                        found.openTimeNanos()[i],
                        found.open()[i],
                        found.high()[i],
                        found.low()[i],
                        found.close()[i],
                        found.volume()[i]);
            }
        }
        return missing.build();
    }
}
