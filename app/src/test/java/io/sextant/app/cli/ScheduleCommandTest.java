package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int sextant(String... arguments) {
        out.reset();
        err.reset();
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return SextantCommand.execute(all, new PrintStream(out, true), new PrintStream(err, true));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void addsPausesAndForgetsASchedule() {
        assertThat(sextant("schedule")).isZero();
        assertThat(said()).contains("Nothing is scheduled");

        assertThat(sextant("schedule", "--add", "nightly", "--when", "daily 03:00 UTC", "--quality"))
                .isZero();
        assertThat(said()).contains("nightly", "daily 03:00 UTC", "quality", "never");

        assertThat(sextant("schedule", "--pause", "nightly", "--json")).isZero();
        assertThat(said()).contains("\"paused\" : true", "\"next\" : \"\"");

        assertThat(sextant("schedule", "--remove", "nightly")).isZero();
        assertThat(said()).contains("Nothing is scheduled");
    }

    @Test
    void schedulesABackFillAndTheMacroSeries() {
        assertThat(sextant(
                        "schedule",
                        "--add",
                        "holes",
                        "--when",
                        "every 6h",
                        "--back-fill",
                        "Binance",
                        "--symbols",
                        "btc-usdt,ETH-USDT",
                        "--interval",
                        "1m",
                        "--days",
                        "7"))
                .isZero();
        assertThat(said()).contains("holes", "backfill binance 1m 7 BTC-USDT ETH-USDT");
        assertThat(sextant(
                        "schedule", "--add", "figures", "--when", "daily 14:00 UTC", "--macro", "--desk", "simulated"))
                .isZero();
        assertThat(said()).contains("figures", "macro");
        for (String[] wrong : new String[][] {
            {"--back-fill", "bybit", "--symbols", "BTC-USDT"}, {"--back-fill", "kraken"}, {"--quality", "--macro"}
        }) {
            List<String> all = new ArrayList<>(List.of("schedule", "--add", "x", "--when", "every 6h"));
            all.addAll(List.of(wrong));
            assertThat(sextant(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        }
        assertThat(sextant("schedule", "--desk", "paper/nowhere")).isEqualTo(ExitCode.DATA);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no desk called paper/nowhere");
    }

    @Test
    void saysInASentenceWhatItDoesNotUnderstand() {
        assertThat(sextant("schedule", "--add", "x", "--when", "sometimes", "--quality"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'sometimes' is not understood");
        assertThat(sextant("schedule", "--now", "nobody")).isEqualTo(ExitCode.USAGE);
    }
}
