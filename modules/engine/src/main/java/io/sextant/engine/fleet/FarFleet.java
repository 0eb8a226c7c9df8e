package io.sextant.engine.fleet;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The asking end of the pipe to a cluster's driver. One thread asks, another reads, so that a wish to stop is heard while pieces run. */
public final class FarFleet implements Fleet {

    private static final System.Logger LOG = System.getLogger(FarFleet.class.getName());
    private static final int QUEUE = 256;
    private static final long LOOK_MILLIS = 100;

    private final DataOutputStream out;
    private final InputStream in;
    private final String gone;
    private final BlockingQueue<Told> told = new ArrayBlockingQueue<>(QUEUE);
    /** Why nothing more will be heard; stays, so that whoever asks once more hears it too. */
    private volatile @Nullable Told end;

    private @Nullable Work last;
    private boolean stopAsked;

    private sealed interface Told {

        record Ready() implements Told {}

        record One(int piece, Came came) implements Told {}

        record All() implements Told {}

        record Stopped() implements Told {}

        record Problem(String sentence) implements Told {}
    }

    /**
     * @param gone the sentence for a person where the driver ends by itself
     */
    private FarFleet(InputStream in, OutputStream out, String gone) {
        this.in = in;
        this.out = new DataOutputStream(new BufferedOutputStream(out));
        this.gone = gone;
        Thread.ofPlatform().name("sextant-fleet-reader").daemon().start(this::read);
    }

    /** Greets the driver and waits until it has found its cluster. */
    public static FarFleet join(InputStream in, OutputStream out, MadeOf own, String gone, FleetWatch watch) {
        FarFleet fleet = new FarFleet(in, out, gone);
        fleet.say(to -> {
            to.writeInt(FleetPipe.GREETING);
            own.write(to);
        });
        Told answer = fleet.next(watch);
        switch (answer) {
            case Told.Ready ready -> {
                return fleet;
            }
            case Told.Problem problem -> throw new FleetProblem(problem.sentence());
            case Told.One one -> throw new FleetProblem(gone);
            case Told.All all -> throw new FleetProblem(gone);
            case Told.Stopped stopped -> throw new FleetProblem(gone);
        }
    }

    @Override
    public List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        if (!work.equals(last)) {
            say(to -> {
                to.writeByte(FleetPipe.WORK);
                FleetPipe.write(to, work);
            });
            last = work;
        }
        stopAsked = false;
        say(to -> {
            to.writeByte(FleetPipe.PIECES);
            FleetPipe.write(to, pieces);
        });
        return new Hearing(pieces.size(), watch).all();
    }

    /** Puts in order what comes in any. */
    private final class Hearing {

        private final @Nullable Came[] came;
        private final FleetWatch watch;
        private final List<double[]> done = new ArrayList<>();

        Hearing(int count, FleetWatch watch) {
            came = new @Nullable Came[count];
            this.watch = watch;
        }

        List<double[]> all() {
            while (true) {
                switch (next(watch)) {
                    case Told.One one -> {
                        came[one.piece()] = one.came();
                        tell();
                    }
                    case Told.All all -> {
                        if (done.size() < came.length) {
                            throw new FleetProblem("The cluster said that it was through, and pieces are missing.");
                        }
                        return done;
                    }
                    case Told.Stopped stopped -> throw new CancellationException("the work was stopped");
                    case Told.Problem problem -> {
                        // Ctrl-C ends the driver too.
                        if (watch.isCancelled()) {
                            throw new CancellationException("the work was stopped");
                        }
                        throw new FleetProblem(problem.sentence());
                    }
                    case Told.Ready ready -> throw new FleetProblem(gone);
                }
            }
        }

        private void tell() {
            for (int piece = done.size(); piece < came.length; piece++) {
                Came one = came[piece];
                if (one == null) {
                    return;
                }
                try {
                    double[] numbers = one.get();
                    watch.done(piece, numbers);
                    done.add(numbers);
                } catch (RuntimeException refused) {
                    stop();
                    throw refused;
                }
            }
        }
    }

    /** Stops what runs, and hears no more of it. */
    private void stop() {
        say(to -> to.writeByte(FleetPipe.STOP));
        Told answer = next(FleetWatch.NONE);
        while (!(answer instanceof Told.Stopped || answer instanceof Told.All || answer instanceof Told.Problem)) {
            answer = next(FleetWatch.NONE);
        }
    }

    private Told next(FleetWatch watch) {
        try {
            while (true) {
                // Also while one answer follows the other: who wishes to stop does not wait for a gap.
                if (!stopAsked && watch.isCancelled()) {
                    stopAsked = true;
                    say(to -> to.writeByte(FleetPipe.STOP));
                }
                // Looked at before the queue: what was heard until the end comes first.
                Told over = end;
                Told heard = told.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (heard != null) {
                    return heard;
                }
                if (over != null) {
                    return over;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the work was interrupted");
        }
    }

    private void say(Columns.Writing words) {
        try {
            words.to(out);
            out.flush();
        } catch (IOException closed) {
            throw new FleetProblem(gone, closed);
        }
    }

    private void read() {
        String why = gone;
        try (DataInputStream from = new DataInputStream(new BufferedInputStream(in))) {
            while (true) {
                told.put(read(from));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the driver says no more", closed);
        } catch (RuntimeException | Error unreadable) {
            why = "What came from the cluster could not be read: " + unreadable + ".";
        } finally {
            end = new Told.Problem(why);
        }
    }

    private static Told read(DataInputStream from) throws IOException {
        int word = from.read();
        return switch (word) {
            case FleetPipe.READY -> new Told.Ready();
            case FleetPipe.CAME -> new Told.One(from.readInt(), Came.read(from));
            case FleetPipe.ALL_CAME -> new Told.All();
            case FleetPipe.STOPPED -> new Told.Stopped();
            case FleetPipe.PROBLEM -> new Told.Problem(Columns.text(from));
            case -1 -> throw new EOFException();
            default -> throw new IOException("the driver said " + word);
        };
    }

    /** The driver ends when nobody talks to it any more. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException alreadyGone) {
            // It ended before: there is nothing to end.
        }
    }
}
