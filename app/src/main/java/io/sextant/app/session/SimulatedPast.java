package io.sextant.app.session;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.session.SessionTerms;
import io.sextant.marketdata.BarArchive;
import io.sextant.simulator.SimulatedHistory;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import io.sextant.store.problem.StoreException;
import java.util.List;
import java.util.function.Consumer;

/** The past of a simulated market: put into the archive of a new desk, or handed out as bars. */
public final class SimulatedPast {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private SimulatedPast() {}

    /** The instrument, if the simulated market has it. */
    public static InstrumentId known(InstrumentId wanted) {
        SimulatedInstruments market = new SimulatedInstruments(DAY_NANOS);
        if (!market.catalog().contains(wanted)) {
            throw new IllegalArgumentException("the simulated market has no " + wanted + "; it has "
                    + String.join(
                            ", ",
                            market.catalog().all().stream()
                                    .map(one -> one.id().symbol())
                                    .toList()));
        }
        return wanted;
    }

    public static BarSeries bars(Job.SimulateHistory job) {
        long endNanos = Math.addExact(job.fromNanos(), Math.multiplyExact(job.days(), DAY_NANOS));
        SimulatedHistory history = new SimulatedHistory(SimulatorSettings.of(job.seed(), endNanos));
        return history.bars(job.instrument(), job.timeframe(), job.fromNanos(), endNanos);
    }

    /** Gives a new desk its minutes and hours; does nothing for one that has its past already. */
    static void prepare(BarArchive archive, SessionTerms terms, PastReach reach, Consumer<String> preparing) {
        long startNanos = terms.startNanos();
        SimulatedHistory history = new SimulatedHistory(SimulatorSettings.of(terms.seed(), startNanos));
        List<InstrumentId> without = terms.instruments().all().stream()
                .map(Instrument::id)
                .filter(id -> hasNoPast(archive, id, startNanos, preparing))
                .toList();
        if (!without.isEmpty()) {
            preparing.accept("Making the past of the simulated market ...");
            without.parallelStream().forEach(id -> make(archive, history, id, startNanos, reach));
        }
    }

    /** Damaged bars are a past too: whoever wants them is told when reading, and the desk opens without them. */
    private static boolean hasNoPast(BarArchive archive, InstrumentId id, long startNanos, Consumer<String> preparing) {
        try {
            return archive.readBefore(id, Timeframe.H1, startNanos, 1).isEmpty();
        } catch (StoreException damaged) {
            preparing.accept(damaged.problem().sentence());
            return false;
        }
    }

    private static void make(
            BarArchive archive, SimulatedHistory history, InstrumentId id, long startNanos, PastReach reach) {
        long minutesFrom = startNanos - reach.daysOfMinutes() * DAY_NANOS;
        long hoursFrom = startNanos - reach.daysOfHours() * DAY_NANOS;
        archive.append(id, Timeframe.M1, history.bars(id, Timeframe.M1, minutesFrom, startNanos));
        archive.append(id, Timeframe.H1, history.bars(id, Timeframe.H1, hoursFrom, startNanos));
    }
}
