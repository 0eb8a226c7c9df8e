package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An algorithm that waits for its next slice holds nothing, and nothing of it works. */
class FlattenAlgorithmTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @TempDir
    Path data;

    @Test
    void aDeskWithAnAlgorithmIsNotFlatUntilThatIsEnded() throws Exception {
        long algo = beginAnAlgorithmThatFindsNoPrice();

        CliRun unasked = CliRun.of("--data", data.toString(), "flatten", "--json");
        assertThat(unasked.code()).as(unasked.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(unasked.json().get("flat").asBoolean()).isFalse();
        assertThat(unasked.json().get("algorithms").get(0).asLong()).isEqualTo(algo);

        CliRun flat = CliRun.of("--data", data.toString(), "flatten", "--json", "--yes");
        assertThat(flat.code()).as(flat.out() + flat.err()).isZero();
        assertThat(flat.json().get("flat").asBoolean()).isTrue();
        assertThat(flat.json().get("flattenings")).hasSize(1);

        CliRun again = CliRun.of("--data", data.toString(), "flatten");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("nothing works and nothing is held");
    }

    /** Its limit is so far below the market that no child of it ever trades. */
    private long beginAnAlgorithmThatFindsNoPrice() throws Exception {
        DeskOptions options = new DeskOptions(
                Optional.of(data),
                Optional.of(5L),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1.0),
                DeskMending.NOTHING);
        try (DeskSession session = DeskSession.open(options, what -> {})) {
            Answer answer = session.client()
                    .submit(
                            new CommandKey("twap"),
                            new PlaceAlgo(new AlgoTerms(
                                    InstrumentId.of("BTC-USDT"),
                                    Side.BUY,
                                    Quantity.parse("0.01"),
                                    Price.of(61_500, 0),
                                    false,
                                    new AlgoPlan.Twap(HOUR_NANOS, 4),
                                    OrderOrigin.COMMAND_LINE,
                                    "")))
                    .toCompletableFuture()
                    .get(120, TimeUnit.SECONDS);
            assertThat(answer).isInstanceOf(Answer.Done.class);
            assertThat(session.client()
                            .ask(new Query.Desk())
                            .toCompletableFuture()
                            .get(120, TimeUnit.SECONDS)
                            .parents())
                    .hasSize(1);
            return ((Answer.Done) answer).order().orElseThrow().value();
        }
    }
}
