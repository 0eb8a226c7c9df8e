package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strategies that a desk runs, from the command line and over openings of the desk. */
class HostedStrategiesCommandTest {

    /** Long with half of it from the first rise on. */
    private static final String HOLDS = """
            name: holds-half
            about: Buys and never sells.
            long:
              enter:
                - close > sma:3
              exit:
                - close < 1
            size: 50%
            """;

    /** At this pace a strategy that runs has long begun by then. */
    private static final long MARKET_SECONDS = 30;

    @TempDir
    Path data;

    private String said = "";

    private int sextant(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--data", data.toString(), "strategies"));
        all.addAll(List.of(arguments));
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = SextantCommand.execute(all.toArray(new String[0]), stream, stream);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private JsonNode running() {
        assertThat(sextant("running", "--json")).isZero();
        return JsonMapper.builder().build().readTree(said).get("strategies");
    }

    /** Opens the desk as run does, until what was wanted of its one strategy came. */
    private void run(Predicate<HostedStrategy> wanted) throws Exception {
        try (DeskSession desk = DeskSession.open(DeskOptions.in(data), told -> {})) {
            desk.client()
                    .submit(new CommandKey("pace-" + System.nanoTime()), new ChangeMarketPace(60, false))
                    .toCompletableFuture()
                    .get();
            while (!wanted.test(desk.client()
                    .ask(new Query.HostedStrategies())
                    .toCompletableFuture()
                    .get()
                    .strategies()
                    .getFirst())) {
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    @Test
    void aStrategyOfOnesOwnIsHostedStartedAndRunsWhenTheDeskDoes() throws Exception {
        DeskSession.open(DeskOptions.in(data), told -> {}).close();
        Files.createDirectories(data.resolve("strategies"));
        Files.writeString(data.resolve("strategies").resolve("half.yaml"), HOLDS);

        assertThat(sextant("host", "half", "--strategy", "half.yaml", "--on", "BTC-USDT", "--timeframe", "1s"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("--capital");
        assertThat(sextant(
                        "host",
                        "half",
                        "--strategy",
                        "half.yaml",
                        "--on",
                        "BTC-USDT",
                        "--timeframe",
                        "1s",
                        "--capital",
                        "20000"))
                .as(said)
                .isZero();
        assertThat(sextant("start", "half")).as(said).isZero();

        run(one -> one.positions().stream().anyMatch(held -> held.units() > 0 && held.workingUnits() == 0));
        JsonNode held = running().get(0);
        assertThat(held.get("positions").get(0).get("units").asDouble()).isPositive();

        assertThat(held.get("stage").asString()).isEqualTo("RUNNING");
        assertThat(held.get("capital").asString()).isEqualTo("20000.00");
        startsForNobodyWhoOnlyAsksOrDoesOneThing();
    }

    /** What ask and the other commands open the desk with; the market goes on for them, and the strategy that is to run does not. */
    private void startsForNobodyWhoOnlyAsksOrDoesOneThing() throws Exception {
        HostPhase phase = new DeskToChange().<HostPhase, Exception>opened(data, desk -> {
            EngineClient engine = desk.client();
            engine.submit(new CommandKey("pace-" + System.nanoTime()), new ChangeMarketPace(60, false))
                    .toCompletableFuture()
                    .get();
            long begun =
                    engine.ask(new Query.Desk()).toCompletableFuture().get().marketNanos();
            while (engine.ask(new Query.Desk()).toCompletableFuture().get().marketNanos()
                    < begun + MARKET_SECONDS * 1_000_000_000L) {
                LockSupport.parkNanos(2_000_000);
            }
            HostedStrategy one = engine.ask(new Query.HostedStrategies())
                    .toCompletableFuture()
                    .get()
                    .strategies()
                    .getFirst();
            assertThat(one.stage()).isEqualTo(HostedStage.RUNNING);
            return one.phase();
        });
        assertThat(phase).isEqualTo(HostPhase.IDLE);
    }
}
