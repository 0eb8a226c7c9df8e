package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk on a recording is flattened while the replay goes on, and told clearly when that cannot be. */
class FlattenRecordingTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    Path data;

    private Path recording = Path.of("");

    @BeforeEach
    void record() {
        recording = data.resolve("market.sxr");
        CliRun made = CliRun.of(
                "--data", data.toString(), "record", "--for", "20m", "--seed", "3", "--out", recording.toString());
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void closesWhatIsHeldAlsoWhenTheReplayWasPausedOrAtFullSpeed() throws Exception {
        buy(new ChangeMarketPace(1, true));

        CliRun unasked = flatten("--json");
        assertThat(unasked.code()).as(unasked.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(unasked.json().get("positions")).hasSize(1);

        CliRun flat = flatten("--json", "--yes");
        assertThat(flat.code()).as(flat.out() + flat.err()).isZero();
        assertThat(flat.json().get("flat").asBoolean()).isTrue();
        assertThat(flat.json().get("flattenings").get(0).get("stage").asString())
                .isEqualTo("DONE");
        assertThat(flatten().out()).contains("nothing works and nothing is held");
    }

    @Test
    void refusesWithAReasonWhenTheRecordingIsOver() throws Exception {
        buy(new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false));
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            submit(session, new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false));
            await(session, state -> state.health().feedStatus() == FeedStatus.ENDED);
        }

        CliRun refused = flatten("--yes");
        assertThat(refused.code()).as(refused.out()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("The recording is over", "nothing was done");
    }

    @Test
    void takesBackWhatWorksAlsoWhenTheRecordingIsOver() throws Exception {
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            submit(session, resting());
            submit(session, new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false));
            await(session, state -> state.health().feedStatus() == FeedStatus.ENDED);
        }

        CliRun flat = flatten("--json", "--yes");
        assertThat(flat.code()).as(flat.out() + flat.err()).isZero();
        assertThat(flat.json().get("flat").asBoolean()).isTrue();
        assertThat(flat.json().get("workingOrders")).isEmpty();
        assertThat(flat.json().get("flattenings").get(0).get("stage").asString())
                .isEqualTo("DONE");
        assertThat(flatten().out()).contains("nothing works and nothing is held");
    }

    @Test
    void refusesAPausedSimulatedDesk() throws Exception {
        DeskOptions simulated = DeskOptions.in(data);
        try (DeskSession session = DeskSession.open(simulated, what -> {})) {
            submit(session, order());
            await(session, state -> !state.positions().isEmpty());
            submit(session, new ChangeMarketPace(1, true));
        }
        CliRun refused = CliRun.of("--data", data.toString(), "flatten", "--yes");
        assertThat(refused.code()).as(refused.out()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("The desk is paused");
    }

    @Test
    void takesARecordingOrAVenueAndBeginsNoDesk() {
        assertThat(flatten("--feed", "binance").code()).isEqualTo(ExitCode.USAGE);
        CliRun none = flatten("--yes");
        assertThat(none.code()).as(none.out()).isEqualTo(ExitCode.DATA);
        assertThat(none.err()).contains("There is no desk in");
    }

    private CliRun flatten(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"--data", data.toString(), "flatten", "--paper", recording.toString()},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CliRun.of(arguments);
    }

    private DeskOptions options() {
        return DeskOptions.in(data).withRecording(recording);
    }

    private static PlaceOrder order() {
        return new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.01"), OrderOrigin.TICKET));
    }

    /** Far below the market, but within the collar. */
    private static PlaceOrder resting() {
        return new PlaceOrder(new OrderDraft(
                BTC,
                Side.BUY,
                OrderType.limit(Price.parse("62500")),
                Quantity.parse("0.01"),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                ""));
    }

    /** Buys, and leaves the desk at a pace. */
    private void buy(ChangeMarketPace pace) throws Exception {
        try (DeskSession session = DeskSession.open(options(), what -> {})) {
            submit(session, order());
            await(session, state -> !state.positions().isEmpty());
            submit(session, pace);
        }
    }

    private static void submit(DeskSession session, Command command) throws Exception {
        Answer answer = session.client()
                .submit(new CommandKey("test-" + System.nanoTime()), command)
                .toCompletableFuture()
                .get(120, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private static void await(DeskSession session, Predicate<DeskState> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (!wanted.test(
                session.client().ask(new Query.Desk()).toCompletableFuture().get(120, TimeUnit.SECONDS))) {
            assertThat(System.nanoTime()).as("the desk came to it in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
