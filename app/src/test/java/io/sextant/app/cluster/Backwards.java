package io.sextant.app.cluster;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A fleet of machines that each see one piece only, taken from the last to the first. */
final class Backwards implements Fleet {

    @Override
    public List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch) {
        List<double[]> came = new ArrayList<>();
        for (byte[] piece : pieces.reversed()) {
            Pieces opened = WorkKind.open(new Work(work.kind(), work.bytes().clone()));
            came.add(opened.run(piece.clone()));
        }
        Collections.reverse(came);
        for (int i = 0; i < came.size(); i++) {
            watch.done(i, came.get(i));
        }
        return came;
    }

    @Override
    public void close() {}
}
