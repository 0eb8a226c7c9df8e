package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.request.Query;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

    private void begin() {
        assertThat(sextant("run", "--headless", "--json", "--speed", "max", "--for", "1s"))
                .as(said)
                .isZero();
    }

    @Test
    void anAlertIsSetSeenFiresOnTheOpenDeskAndIsRemoved() {
        begin();
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
        openUntilOneFired();
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

    private void openUntilOneFired() {
        try (DeskSession session = DeskSession.open(DeskOptions.in(data), what -> {})) {
            while (book(session).told().isEmpty()) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static AlertBook book(DeskSession session) {
        return AlertBook.of(
                session.client().ask(new Query.Settings()).toCompletableFuture().join());
    }

    private long since() {
        try (DeskSession session = DeskSession.openForAMoment(DeskOptions.in(data), what -> {})) {
            return book(session).find("fills").orElseThrow().plan().sinceMarketNanos();
        }
    }

    @Test
    void whatTheDeskLivedThroughBeforeAnAlertWasSetOrResumedIsNotItsBusiness() {
        begin();
        long begun;
        try (DeskSession session = DeskSession.openForAMoment(DeskOptions.in(data), what -> {})) {
            begun = session.openedAtMarketNanos();
        }
        assertThat(sextant("alerts", "add", "fill", "any", "--again", "--name", "fills"))
                .as(said)
                .isZero();
        long set = since();
        assertThat(set).isGreaterThan(begun);
        assertThat(sextant("run", "--headless", "--json", "--speed", "max", "--for", "1s"))
                .as(said)
                .isZero();
        assertThat(sextant("alerts", "pause", "fills")).isZero();
        assertThat(sextant("alerts", "resume", "fills")).isZero();
        assertThat(since()).isGreaterThan(set);
    }

    @Test
    void aPasswordIsNoOptionOfAChannel() {
        assertThat(sextant("alerts", "channel", "bot", "telegram", "chat=1", "token=123456:secret"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("what is secret belongs into the vault").doesNotContain("123456:secret");
        assertThat(sextant("alerts", "channel", "hook", "webhook", "url=https://me:secret@example.org/x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("neither user nor password").doesNotContain("me:secret");
    }
}
