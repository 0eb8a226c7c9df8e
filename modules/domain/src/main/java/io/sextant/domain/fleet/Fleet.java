package io.sextant.domain.fleet;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs the pieces of a work, wherever that is. */
public interface Fleet extends AutoCloseable {

    /**
     * What came of each piece, in the order of the pieces; the same on any fleet, to the last bit. Where several pieces refuse, the first of
     * them is told.
     *
     * @throws CancellationException where the watch asked to stop; it has heard of what was done
     * @throws FleetProblem with a sentence for a person, where the fleet cannot
     */
    List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch);

    @Override
    void close();
}
