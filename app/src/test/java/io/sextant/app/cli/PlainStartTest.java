package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the short way takes, the commands understand the same; everything else is theirs. */
class PlainStartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--data /x",
                "--profile Ada",
                "--data /x --profile Ada",
                "--profile Ada --data /x",
                "--portable",
                "--portable --profile Ada run --exit-when-ready",
                "--data /x run --exit-when-ready",
                "run --exit-when-ready"
            })
    void aPlainStartMeansWhatTheCommandsWouldUnderstand(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        SextantCommand root = new SextantCommand();
        CommandLine.ParseResult parsed = new CommandLine(root).parseArgs(words);

        PlainStart plain = PlainStart.of(words).orElseThrow();

        assertThat(plain.data()).isEqualTo(root.dataFolder);
        assertThat(plain.profile()).isEqualTo(root.profile);
        assertThat(plain.exitWhenReady()).isEqualTo(parsed.hasSubcommand());
        assertThat(plain.portable()).isEqualTo(root.portable);
        if (root.portable) {
            assertThatThrownBy(plain.command()::dataFolder).hasMessageContaining("nobody said which launcher this was");
        } else {
            assertThat(plain.command().dataFolder()).isEqualTo(root.folder());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "--data",
                "--data --profile",
                "--data /x --data /y",
                "--portable --portable",
                "--portable /x",
                "--data=/x",
                "run",
                "run --headless",
                "--data /x run --exit-when-ready --json",
                "--exit-when-ready",
                "doctor",
                "--data /x doctor",
                "prices.csv",
                "/x"
            })
    void whatSaysMoreIsLeftToTheCommands(String line) {
        assertThat(PlainStart.of(line.split(" "))).isEmpty();
    }

    @Test
    void aProfileThatCannotBeIsToldAsBefore() {
        CliRun run = CliRun.of("--data", Path.of("x").toString(), "--profile", "../up");

        assertThat(run.code()).isEqualTo(ExitCode.DATA);
        assertThat(run.err()).startsWith("sextant: ").hasLineCount(1);
    }

    @Test
    void aFolderThatNoFileSystemHasIsOneSentenceToo() {
        CliRun run = CliRun.of("--data", "a\0b");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("sextant: ").contains("--data").hasLineCount(1);
    }
}
