package io.sextant.engine.fleet;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** As a cluster would: from the last piece to the first, so that nothing comes in its order. */
final class Backwards implements FleetSeat.Driver {

    private static final MadeOf SAME = new MadeOf("classes", "25", "amd64");

    static Fleet far() throws IOException {
        return far(SAME);
    }

    /** At the other end of a pipe. */
    static Fleet far(MadeOf there) throws IOException {
        Pipe asking = Pipe.open();
        Pipe answering = Pipe.open();
        Thread.ofPlatform().daemon().start(() -> {
            try (var in = Channels.newInputStream(asking.source());
                    var out = Channels.newOutputStream(answering.sink())) {
                new FleetSeat(in, out, there).serve(Backwards::new);
            } catch (IOException | InterruptedException over) {
                throw new IllegalStateException(over);
            }
        });
        return FarFleet.join(
                Channels.newInputStream(answering.source()),
                Channels.newOutputStream(asking.sink()),
                SAME,
                "The driver is gone.",
                FleetWatch.NONE);
    }

    @Override
    public void run(Work work, List<byte[]> pieces, BiConsumer<Integer, Came> came, BooleanSupplier stopped) {
        Pieces opened = WorkKind.open(work);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            came.accept(i, Came.of(opened, pieces.get(i)));
        }
    }

    @Override
    public void close() {}
}
