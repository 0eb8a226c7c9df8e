package io.sextant.cluster;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Work;
import io.sextant.engine.fleet.Came;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.FleetSeat;
import io.sextant.engine.fleet.MadeOf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Hands pieces out in slices. A worker that dies takes its slices with it, and Spark gives them to another; what comes twice is the same twice, and is
 * told once.
 */
final class SparkDriver implements FleetSeat.Driver {

    /** Small enough that little is lost with a worker and that all end at about the same time. */
    private static final int SLICES_A_CORE = 8;

    private static final int SLICES_MIN = 16;
    private static final long LOOK_MILLIS = 200;

    private final JavaSparkContext spark;
    private final ClusterTerms terms;
    private final MadeOf own;
    private @Nullable Work work;
    private @Nullable Broadcast<byte[]> shared;
    private int works;

    private SparkDriver(JavaSparkContext spark, ClusterTerms terms, MadeOf own) {
        this.spark = spark;
        this.terms = terms;
        this.own = own;
    }

    /** @param own what workers have to be made of too */
    static SparkDriver join(ClusterTerms terms, MadeOf own) {
        try {
            return new SparkDriver(new JavaSparkContext(terms.conf()), terms, own);
        } catch (FleetProblem told) {
            throw told;
        } catch (Exception refused) {
            // Scala throws checked exceptions without a word about it.
            throw new FleetProblem(
                    "The cluster at " + terms.master() + " could not be joined: " + refused.getMessage() + ".",
                    refused);
        }
    }

    @Override
    public void run(Work asked, List<byte[]> pieces, BiConsumer<Integer, Came> came, BooleanSupplier stopped) {
        try {
            spread(asked, pieces, came, stopped);
        } catch (FleetProblem | CancellationException told) {
            throw told;
        } catch (Exception failed) {
            // Spark ends its own context where a master turns it away, also between two runs; and see join.
            String why = spark.sc().isStopped()
                    ? "ended the work before it was through, as where the secret differs or too many of its processes died"
                    : "failed: " + firstLine(String.valueOf(failed.getMessage()));
            throw new FleetProblem("The cluster at " + terms.master() + " " + why + ".", failed);
        }
    }

    private void spread(Work asked, List<byte[]> pieces, BiConsumer<Integer, Came> came, BooleanSupplier stopped) {
        int slices = Math.min(pieces.size(), Math.max(SLICES_MIN, SLICES_A_CORE * spark.defaultParallelism()));
        JavaRDD<byte[]> spread = spark.parallelize(pieces, slices);
        BlockingQueue<Slice> done = new LinkedBlockingQueue<>();
        Broadcast<byte[]> broadcast = shared(asked);
        PieceTask task = new PieceTask(own, asked.kind(), spark.sc().applicationId() + "-" + works, broadcast);
        SimpleFutureAction<BoxedUnit> action = spark.sc()
                .submitJob(
                        spread.rdd(),
                        task,
                        numbers(slices),
                        new AbstractFunction2<Object, byte[], BoxedUnit>() {
                            @Override
                            public BoxedUnit apply(Object number, byte[] bytes) {
                                done.add(new Slice((Integer) number, bytes));
                                return BoxedUnit.UNIT;
                            }
                        },
                        new AbstractFunction0<BoxedUnit>() {
                            @Override
                            public BoxedUnit apply() {
                                return BoxedUnit.UNIT;
                            }
                        });
        try {
            tell(action, done, new Cut(pieces.size(), slices), came, stopped);
        } finally {
            if (!action.isCompleted()) {
                action.cancel();
            }
        }
    }

    /** What came of one slice. */
    private record Slice(int number, byte[] bytes) {}

    /** Spark cuts a list so: the same formula tells which pieces stand in which slice. */
    private record Cut(int pieces, int slices) {

        int from(int slice) {
            return Math.toIntExact((long) slice * pieces / slices);
        }
    }

    private void tell(
            SimpleFutureAction<BoxedUnit> action,
            BlockingQueue<Slice> done,
            Cut cut,
            BiConsumer<Integer, Came> came,
            BooleanSupplier stopped) {
        long patience = TimeUnit.SECONDS.toMillis(terms.patienceSeconds()) / LOOK_MILLIS;
        long alone = 0;
        int left = cut.slices();
        while (left > 0) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            boolean completed = action.isCompleted();
            Slice slice = next(done);
            if (slice != null) {
                tell(slice, cut, came);
                left--;
            } else if (completed) {
                throw new FleetProblem("The cluster gave up: " + reason(action) + ".");
            } else {
                alone = hasWorkers() ? 0 : alone + 1;
                if (alone > patience) {
                    throw new FleetProblem(
                            "No worker of " + terms.master() + " has been there for "
                                    + terms.patienceSeconds()
                                    + " seconds. Start one with sextant-cluster worker, or see whether they are taken by others.");
                }
            }
        }
    }

    /** The driver counts as one of those that could run something. */
    private boolean hasWorkers() {
        return terms.isHere() || spark.sc().statusTracker().getExecutorInfos().length > 1;
    }

    private static void tell(Slice slice, Cut cut, BiConsumer<Integer, Came> came) {
        Columns.read(slice.bytes(), in -> {
            if (in.readUnsignedByte() == PieceTask.ANOTHER) {
                throw new FleetProblem(Columns.text(in));
            }
            for (int piece = cut.from(slice.number()); piece < cut.from(slice.number() + 1); piece++) {
                came.accept(piece, Came.read(in));
            }
            return true;
        });
    }

    private static @Nullable Slice next(BlockingQueue<Slice> done) {
        try {
            return done.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static String reason(SimpleFutureAction<BoxedUnit> action) {
        var value = action.value();
        if (value.isEmpty() || value.get().isSuccess()) {
            return "pieces are missing";
        }
        return firstLine(String.valueOf(value.get().failed().get().getMessage()));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Broadcast<byte[]> shared(Work asked) {
        Broadcast<byte[]> known = shared;
        if (known == null || !asked.equals(work)) {
            if (known != null) {
                known.destroy();
            }
            known = spark.broadcast(asked.bytes());
            shared = known;
            work = asked;
            works++;
        }
        return known;
    }

    private static Seq<Object> numbers(int count) {
        List<Object> numbers = new ArrayList<>();
        IntStream.range(0, count).forEach(numbers::add);
        return CollectionConverters.asScala(numbers).toSeq();
    }

    @Override
    public void close() {
        spark.stop();
    }
}
