package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.ui.link.SavedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectOptionsTest {

    private static final List<SavedServer> KEPT = List.of(
            server("London", "london.example", 8443),
            server("Paris", "10.0.0.7", 9443),
            server("twin-a", "twin.example", 8443),
            server("twin-b", "twin.example", 8443));

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "London, London",
        "london.example:8443, London",
        "london.example, London",
        "LONDON.EXAMPLE:8443, London",
        "10.0.0.7:9443, Paris",
        "twin-b, twin-b",
        "london.example:9999, london.example:9999",
        "new.example:8443, new.example:8443"
    })
    void findsAServerByItsNameOrItsPlaceAndTakesANewPlaceAsItIs(String asked, String found) {
        assertThat(ConnectOptions.find(asked, KEPT)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "10.0.0.7", "a b:8443", "new.example:0", "new.example:port", ""})
    void saysWhichServersThereAreWhereNoneIsMeant(String asked) {
        assertThatThrownBy(() -> ConnectOptions.find(asked, KEPT))
                .isInstanceOf(RefusedByRule.class)
                .hasMessageStartingWith("No server is kept here as " + asked)
                .hasMessageContaining("London (london.example:8443), Paris (10.0.0.7:9443)");
    }

    @Test
    void asksForANameWhereTwoAreAtOnePlace() {
        assertThatThrownBy(() -> ConnectOptions.find("twin.example:8443", KEPT))
                .hasMessageEndingWith("say which by its name, twin-a or twin-b");
    }

    @Test
    void refusesOnTheCommandLineWhatCannotBeShown() {
        assertRefused("--connect opens the window, and no window was wanted", "run", "--connect", "London", "--json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flatten --yes",
                "settle",
                "state --json",
                "ask positions",
                "engine",
                "engine users",
                "strategies list",
                "vault list",
                "updates on",
                "doctor"
            })
    void refusesAServerBeforeWhatActsOnThisMachinesDesk(String command) {
        String line = "--data " + data + " --connect London " + command;

        CliRun run = CliRun.of(line.split(" "));

        assertThat(run.code()).as(line).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .hasLineCount(1)
                .contains("--connect only opens the window on a server's engine")
                .contains("; " + command.split(" ")[0] + " knows this machine's desk alone, and nothing was done.");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void stillExplainsTheCommandThatItWouldRefuse() {
        CliRun run = CliRun.of("--connect", "London", "flatten", "--help");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("sextant flatten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--store jdbc:postgresql://127.0.0.1:1/x",
                "--store files",
                "--store-user ada",
                "--briefing-at 07:30",
                "--briefing-folder x",
                "--feed kraken",
                "--symbols ETH-USDT",
                "--account main",
                "--keyring",
                "--paper x.csv",
                "--seed 7",
                "--speed 2",
                "--rebuild",
                "--begin-anew"
            })
    void refusesWhatIsAboutADeskOfThisMachineBeforeAnythingIsWritten(String option) {
        String[] words = ("run --connect London " + option).split(" ");

        assertRefused(words[3] + " is about a desk of this machine", words);
        assertRefused("is about a desk of this machine", ("--connect London run " + option).split(" "));
        assertThat(data).isEmptyDirectory();
    }

    private void assertRefused(String sentence, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = data.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        CliRun run = CliRun.of(all);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains(sentence);
    }

    private static SavedServer server(String name, String host, int port) {
        return new SavedServer(
                name,
                host,
                port,
                new SavedServer.Authority("pem", "CN=" + name, "0af1", 0),
                new SavedServer.Proof.Password("ada"));
    }
}
