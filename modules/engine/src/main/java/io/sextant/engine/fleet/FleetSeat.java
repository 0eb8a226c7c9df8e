package io.sextant.engine.fleet;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.Work;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The other end of the pipe: in the process that drives a cluster. It ends when who asked is gone. */
public final class FleetSeat {

    /** What drives: tells of pieces in any order, each once, as they come. */
    public interface Driver extends AutoCloseable {

        /**
         * @throws CancellationException where it was asked to stop
         * @throws FleetProblem with a sentence for a person
         */
        void run(Work work, List<byte[]> pieces, BiConsumer<Integer, Came> came, BooleanSupplier stopped);

        @Override
        void close();
    }

    private static final System.Logger LOG = System.getLogger(FleetSeat.class.getName());

    private final DataInputStream in;
    private final DataOutputStream out;
    private final MadeOf own;
    private volatile boolean stopped;
    private @Nullable Thread running;
    private @Nullable Work work;

    public FleetSeat(InputStream in, OutputStream out, MadeOf own) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
        this.own = own;
    }

    /**
     * Until who asks says no more.
     *
     * @param driver made when the greeting was understood; a problem of its making is told
     */
    public void serve(Supplier<Driver> driver) throws IOException, InterruptedException {
        if (in.readInt() != FleetPipe.GREETING) {
            throw new IOException("this is not for people: it is started by ./sextant --cluster");
        }
        MadeOf asking = MadeOf.read(in);
        Driver made;
        try {
            asking.checkSame(own, "this Sextant", "the folder of the cluster");
            made = driver.get();
        } catch (FleetProblem problem) {
            tell(FleetPipe.PROBLEM, to -> Columns.write(to, String.valueOf(problem.getMessage())));
            return;
        } catch (RuntimeException | Error bug) {
            tell(FleetPipe.PROBLEM, to -> Columns.write(to, broken(bug)));
            return;
        }
        try (made) {
            tell(FleetPipe.READY, to -> {});
            listen(made);
        }
    }

    private void listen(Driver driver) throws IOException, InterruptedException {
        for (int word = in.read(); word >= 0; word = in.read()) {
            switch (word) {
                case FleetPipe.WORK -> {
                    await();
                    work = FleetPipe.work(in);
                }
                case FleetPipe.PIECES -> {
                    await();
                    List<byte[]> pieces = FleetPipe.pieces(in);
                    Work asked = work;
                    if (asked == null) {
                        throw new IOException("pieces of no work");
                    }
                    stopped = false;
                    running = Thread.ofPlatform()
                            .name("sextant-fleet-run")
                            .daemon()
                            .start(() -> run(driver, asked, pieces));
                }
                case FleetPipe.STOP -> stopped = true;
                default -> throw new IOException("who asks said " + word);
            }
        }
        stopped = true;
        await();
    }

    private void await() throws InterruptedException {
        Thread before = running;
        if (before != null) {
            before.join();
        }
    }

    private void run(Driver driver, Work asked, List<byte[]> pieces) {
        try {
            end(driver, asked, pieces).tell(this);
        } catch (IOException gone) {
            stopped = true;
        }
    }

    /** The last word of a run, without which who asks would wait for ever. */
    private record End(int word, Columns.Writing words) {

        static End problem(String sentence) {
            return new End(FleetPipe.PROBLEM, to -> Columns.write(to, sentence));
        }

        void tell(FleetSeat seat) throws IOException {
            seat.tell(word, words);
        }
    }

    private End end(Driver driver, Work asked, List<byte[]> pieces) {
        try {
            driver.run(asked, pieces, this::tell, () -> stopped);
            return new End(FleetPipe.ALL_CAME, to -> {});
        } catch (CancellationException cancelled) {
            return new End(FleetPipe.STOPPED, to -> {});
        } catch (FleetProblem problem) {
            return End.problem(String.valueOf(problem.getMessage()));
        } catch (Throwable bug) {
            // All of them: Scala throws checked exceptions that no signature names.
            return End.problem(broken(bug));
        }
    }

    private static String broken(Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, "the driver failed", bug);
        return "The cluster's driver failed: "
                + bug.toString().lines().findFirst().orElse("") + ".";
    }

    private void tell(int piece, Came came) {
        try {
            tell(FleetPipe.CAME, to -> {
                to.writeInt(piece);
                came.write(to);
            });
        } catch (IOException gone) {
            stopped = true;
        }
    }

    /** Made whole before its first byte is said: what fails half way must not stand before the word that tells of it. */
    private synchronized void tell(int word, Columns.Writing words) throws IOException {
        byte[] whole = Columns.bytes(words);
        out.writeByte(word);
        out.write(whole);
        out.flush();
    }
}
