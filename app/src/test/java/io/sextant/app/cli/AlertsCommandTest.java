package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandTest {

    @TempDir
    Path data;

    private String said = "";

    private int sextant(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(words));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = SextantCommand.execute(arguments.toArray(new String[0]), out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @BeforeEach
    void begin() {
        assertThat(sextant("run", "--headless", "--json", "--speed", "max", "--for", "1s"))
                .as(said)
                .isZero();
    }

    @Test
    void anAlertIsSetSeenFiresOnTheOpenDeskAndIsRemoved() {
        assertThat(sextant("alerts", "list")).isZero();
        assertThat(said).contains("No alert is set");
        assertThat(sextant("alerts", "channel", "hook", "webhook", "url=http://127.0.0.1:9/x"))
                .as(said)
                .isZero();
        assertThat(sextant("alerts", "add", "price", "BTC-USDT", "above", "1", "--name", "up", "--by", "hook"))
                .as(said)
                .isZero();
        assertThat(sextant("alerts", "add", "price", "BTC-USDT", "above", "1", "--by", "nobody"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(sextant("alerts", "add", "indicator", "BTC-USDT", "1h", "no_such", "above", "1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("there is no feature called no_such");
        assertThat(sextant("run", "--headless", "--json", "--speed", "max", "--for", "2s"))
                .as(said)
                .isZero();
        assertThat(sextant("alerts", "list", "--json")).isZero();
        assertThat(said)
                .contains("\"state\" : \"SPENT\"")
                .contains("\"alert\" : \"up\"")
                .contains("\"channel\" : \"hook\"");

        assertThat(sextant("alerts", "test", "hook")).isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("NOT DELIVERED (127.0.0.1 cannot be reached)");
        assertThat(sextant("alerts", "remove", "up")).isZero();
        assertThat(sextant("alerts", "remove", "up")).isEqualTo(ExitCode.USAGE);
    }
}
