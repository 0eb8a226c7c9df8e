package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the guide shows is run as it stands there. */
class StrategyGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "strategies.md");
    private static final Pattern BLOCK = Pattern.compile("```(yaml|java)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

    @TempDir
    Path folder;

    private Path walk() throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        Random random = new Random(5);
        double close = 100;
        for (int i = 0; i < 600; i++) {
            double open = close * Math.exp(0.01 * random.nextGaussian());
            close = open * Math.exp(0.002 + 0.02 * random.nextGaussian());
            text.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(',').append(open);
            text.append(',').append(Math.max(open, close)).append(',').append(Math.min(open, close));
            text.append(',').append(close).append(",1000\n");
        }
        return Files.writeString(folder.resolve("bars.csv"), text);
    }

    /** Runs are noted, and not in a person's own folder. */
    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void everyExampleOfTheGuideIsReadAndTrades() throws IOException {
        Path bars = walk();
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(GUIDE)).results().toList();
        assertThat(blocks).hasSize(3);
        for (MatchResult block : blocks) {
            String text = block.group(2);
            boolean isRules = block.group(1).equals("yaml");
            String name = isRules
                    ? "rules.yaml"
                    : CLASS.matcher(text).results().findFirst().orElseThrow().group(1) + ".java";
            Path file = Files.writeString(folder.resolve(name), text);
            if (isRules) {
                CliRun listed = CliRun.of("strategies", file.toString(), "--json");
                assertThat(listed.code()).as(listed.err()).isZero();
                assertThat(listed.json().get("strategies")).hasSize(1);
            }
            CliRun run = CliRun.of(
                    "--data",
                    data(),
                    "backtest",
                    "--csv",
                    bars.toString(),
                    "--strategy",
                    file.toString(),
                    "--cash",
                    "100000",
                    "--json");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.json().get("trades").asInt()).as(name).isGreaterThan(3);
        }
    }

    @Test
    void listsWhatShipsWithParametersRangesAndNeeds() {
        JsonNode strategies = CliRun.of("strategies", "--json").json().get("strategies");
        assertThat(strategies).hasSize(16);
        JsonNode cross = strategies.get(1);
        assertThat(cross.get("name").asString()).isEqualTo("sma-cross");
        assertThat(cross.get("idea").asString()).isNotBlank();
        assertThat(cross.get("parameters").get(0).get("usual").asDouble()).isEqualTo(10);
        assertThat(cross.get("needs").get("warmUpBars").asInt()).isEqualTo(31);
        assertThat(CliRun.of("strategies").out())
                .contains(
                        "fast = 10  (1 to 1000, bars)",
                        "needs: 1 instrument, 31 bars of warm-up",
                        "forecasts",
                        "regimes");
    }

    @Test
    void saysOnOneLineWhatIsWrongWithAFileOfOnesOwn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "name: mine\nlong:\n  enter: [clsoe > 3]\n  exit: [high < 1]\n");
        CliRun run = CliRun.of("strategies", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FILE);
        assertThat(run.err().strip())
                .endsWith("mine.yaml is no strategy yet. line 3: there is no indicator called 'clsoe'.")
                .hasLineCount(1);
        assertThat(CliRun.of("strategies", folder.resolve("none.jar").toString())
                        .err())
                .contains("there is no file");
    }

    @Test
    void refusesToTestOnBarsWhatActsOnMore() throws IOException {
        CliRun run =
                CliRun.of("--data", data(), "backtest", "--csv", walk().toString(), "--strategy", "forecast-driven");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains("forecast-driven acts on forecasts; say by which models, as --forecasts ets,theta");
    }

    @Test
    void tellsWhereOnesOwnCodeFailedInsteadOfFiguresOfHalfARun() throws IOException {
        Path file = Files.writeString(folder.resolve("Late.java"), """
                import io.sextant.strategy.kind.*;
                import java.util.List;

                public final class Late implements StrategyKind {
                    @Override public String name() { return "late"; }
                    @Override public List<Parameter> parameters() { return List.of(); }
                    @Override public Needs needs(Choice choice) { return Needs.bars(1); }
                    @Override public StrategyRun begin(Choice choice) {
                        return (scene, wishes) -> {
                            if (scene.bars(0) == 101) throw new IllegalStateException("a slip");
                            wishes.hold(Target.strong(0, 1, Reason.of("always")));
                        };
                    }
                }
                """);
        CliRun run = CliRun.of("--data", data(), "backtest", "--csv", walk().toString(), "--strategy", file.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FILE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("late failed and was stopped", "a slip at Late.java:10, at the bar that ended 2020-04-11");
    }
}
