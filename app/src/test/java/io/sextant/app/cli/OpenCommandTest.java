package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/x/My desk.sextant, open|/x/My desk.sextant",
        "BARS.CSV, open|BARS.CSV",
        "--data|d|a.csv|b.csv, --data|d|open|a.csv|b.csv",
        "--portable|a.csv, --portable|open|a.csv",
        "--profile=Ada|a.csv, --profile=Ada|open|a.csv",
        "state|--json, state|--json",
        "import|a.csv, import|a.csv",
        "staet, staet",
        "--help, --help",
        "--data, --data"
    })
    void aFileWhereACommandWouldStandIsOpened(String typed, String meant) {
        assertThat(OpenCommand.withWord(typed.split("[|]"))).containsExactly(meant.split("[|]"));
    }

    @Test
    void aFileThatIsNotThereIsSaidInASentence() {
        CliRun run = CliRun.of(
                "--data", folder.toString(), folder.resolve("gone.csv").toString());

        assertThat(run.code()).isEqualTo(ExitCode.FILE);
        assertThat(run.err())
                .startsWith("sextant: ")
                .contains("gone.csv is not there")
                .hasLineCount(1);
    }
}
