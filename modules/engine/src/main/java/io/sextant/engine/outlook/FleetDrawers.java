package io.sextant.engine.outlook;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import io.sextant.engine.fleet.Columns;
import io.sextant.risk.path.FollowedPaths;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws on a fleet. Of one outlook each block of paths is a piece, and all its numbers travel back, because its quantiles are of all paths together. Of
 * several outlooks each is a piece, and only what is told of it travels.
 *
 * @param threads that sort here what came of one outlook
 */
public record FleetDrawers(Fleet fleet, int threads, OutlookWatch watch) implements Drawers {

    /** Blocks that are on their way at once: 100 MB. */
    private static final int BLOCKS_AT_ONCE = 512;

    @Override
    public Outlook one(PathKind kind, double[] past, OutlookTerms terms) {
        Work work = BlockWork.of(kind, past, terms);
        FollowedPaths followed = FollowedPaths.all(terms);
        int blocks = terms.blocks();
        for (int from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
            int first = from;
            List<byte[]> pieces = new ArrayList<>();
            for (int block = from; block < Math.min(blocks, from + BLOCKS_AT_ONCE); block++) {
                int number = block;
                pieces.add(Columns.bytes(out -> out.writeInt(number)));
            }
            fleet.run(work, pieces, new FleetWatch() {
                @Override
                public void done(int piece, double[] came) {
                    followed.put(first + piece, came);
                    watch.drawn(terms.pathsBefore(first + piece + 1), terms.paths());
                }

                @Override
                public boolean isCancelled() {
                    return watch.isCancelled();
                }
            });
        }
        return followed.outlook(threads);
    }

    @Override
    public List<Outlook> each(PathKind kind, List<double[]> pasts, OutlookTerms terms) {
        List<byte[]> pieces = pasts.stream()
                .map(past -> Columns.bytes(out -> Columns.write(out, past, past.length)))
                .toList();
        return fleet
                .run(WholeWork.of(kind, terms), pieces, new FleetWatch() {
                    @Override
                    public void done(int piece, double[] came) {
                        watch.drawn(piece + 1, pasts.size());
                    }

                    @Override
                    public boolean isCancelled() {
                        return watch.isCancelled();
                    }
                })
                .stream()
                .map(came -> WholeWork.outlook(came, terms))
                .toList();
    }
}
