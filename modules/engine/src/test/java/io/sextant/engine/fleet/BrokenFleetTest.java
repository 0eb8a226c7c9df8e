package io.sextant.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks on the way to a cluster ends in a sentence; who waited for ever before is ended by the limit. */
@Timeout(60)
class BrokenFleetTest {

    private static final MadeOf SAME = new MadeOf("classes", "25", "amd64");
    private static final Work WORK = new Work("any", new byte[3]);
    private static final List<byte[]> PIECES = List.of(new byte[1], new byte[1]);

    private interface Breaking {
        void run(BiConsumer<Integer, Came> came) throws Exception;
    }

    private record Broken(Breaking breaking) implements FleetSeat.Driver {

        @Override
        public void run(Work work, List<byte[]> pieces, BiConsumer<Integer, Came> came, BooleanSupplier stopped) {
            try {
                breaking.run(came);
            } catch (Exception any) {
                throw BrokenFleetTest.<RuntimeException>unsaid(any);
            }
        }

        @Override
        public void close() {}
    }

    /** As Scala does: a checked exception without a word in the signature. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E unsaid(Exception any) throws E {
        throw (E) any;
    }

    private static List<Breaking> breaking() {
        return List.of(
                came -> {
                    throw new IllegalStateException("stopped context\nat many lines");
                },
                came -> {
                    came.accept(1, new Came.Numbers(new double[] {1}));
                    throw new OutOfMemoryError("heap");
                },
                came -> {
                    throw new IOException("as from Scala");
                },
                // Breaks while it is being written.
                came -> came.accept(0, (Came.Numbers) null));
    }

    private static Fleet joined(FleetSeat.Driver driver) throws IOException {
        Pipe asking = Pipe.open();
        Pipe answering = Pipe.open();
        Thread.ofPlatform().daemon().start(() -> {
            try (var in = Channels.newInputStream(asking.source());
                    var out = Channels.newOutputStream(answering.sink())) {
                new FleetSeat(in, out, SAME).serve(() -> driver);
            } catch (IOException | InterruptedException over) {
                throw new IllegalStateException(over);
            }
        });
        return join(Channels.newInputStream(answering.source()), Channels.newOutputStream(asking.sink()));
    }

    private static Fleet join(InputStream in, OutputStream out) {
        return FarFleet.join(in, out, SAME, "The driver is gone.", FleetWatch.NONE);
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void aDriverThatThrowsIsToldInOneSentenceAndCanBeAskedAgain(Breaking breaking) throws IOException {
        try (Fleet fleet = joined(new Broken(breaking))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> fleet.run(WORK, PIECES, FleetWatch.NONE))
                        .isInstanceOf(FleetProblem.class)
                        .hasMessageStartingWith("The cluster's driver failed: java.")
                        .message()
                        .endsWith(".")
                        .doesNotContain("\n");
            }
        }
    }

    @Test
    void aDriverThatCannotBeMadeIsToldInOneSentence() throws IOException {
        Pipe answering = Pipe.open();
        byte[] greeting = Columns.bytes(to -> {
            to.writeInt(FleetPipe.GREETING);
            SAME.write(to);
        });
        Thread.ofPlatform().daemon().start(() -> {
            try (var out = Channels.newOutputStream(answering.sink())) {
                new FleetSeat(new ByteArrayInputStream(greeting), out, SAME).serve(() -> {
                    throw new NoClassDefFoundError("a jar is missing");
                });
            } catch (IOException | InterruptedException over) {
                throw new IllegalStateException(over);
            }
        });
        assertThatThrownBy(() -> join(Channels.newInputStream(answering.source()), OutputStream.nullOutputStream()))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("a jar is missing");
    }

    /** A length that no memory holds, after a greeting that was right. */
    @Test
    void anAnswerThatCannotBeReadEndsThisAndEveryLaterRun() {
        byte[] said = Columns.bytes(to -> {
            to.writeByte(FleetPipe.READY);
            to.writeByte(FleetPipe.CAME);
            to.writeInt(0);
            to.writeByte(0);
            to.writeInt(Integer.MAX_VALUE);
        });
        try (Fleet fleet = join(new ByteArrayInputStream(said), OutputStream.nullOutputStream())) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> fleet.run(WORK, PIECES, FleetWatch.NONE))
                        .isInstanceOf(FleetProblem.class)
                        .hasMessageStartingWith("What came from the cluster could not be read: java.lang.");
            }
        }
    }

    /** The answers lie there all at once, so that none is ever waited for. */
    @Test
    void aWishToStopIsSaidThoughOneAnswerFollowsTheOther() {
        byte[] said = Columns.bytes(to -> {
            to.writeByte(FleetPipe.READY);
            for (int piece = 0; piece < PIECES.size(); piece++) {
                to.writeByte(FleetPipe.CAME);
                to.writeInt(piece);
                new Came.Numbers(new double[0]).write(to);
            }
            to.writeByte(FleetPipe.STOPPED);
        });
        ByteArrayOutputStream asked = new ByteArrayOutputStream();
        Fleet fleet = join(new ByteArrayInputStream(said), asked);
        assertThatThrownBy(() -> fleet.run(WORK, PIECES, new FleetWatch() {
                    @Override
                    public void done(int piece, double[] came) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(asked.toByteArray()).endsWith((byte) FleetPipe.STOP);
    }

    @Test
    void aDriverThatIsGoneIsGoneForEveryLaterRunToo() {
        byte[] said = {(byte) FleetPipe.READY};
        try (Fleet fleet = join(new ByteArrayInputStream(said), OutputStream.nullOutputStream())) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> fleet.run(WORK, PIECES, FleetWatch.NONE))
                        .hasMessage("The driver is gone.");
            }
            assertThat(fleet.run(WORK, List.of(), FleetWatch.NONE)).isEmpty();
        }
    }
}
