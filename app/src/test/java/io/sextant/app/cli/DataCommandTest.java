package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @TempDir
    Path folder;

    @Test
    void aDeskLeavesInOneFileAndComesBackAsAnotherProfile() throws Exception {
        String data = folder.resolve("data").toString();
        String archive = folder.resolve("all.zip").toString();
        assertThat(CliRun.of("--data", data, "run", "--headless", "--seed", "4", "--for", "1s", "--json")
                        .code())
                .isZero();
        CliRun state = CliRun.of("--data", data, "state", "--json");

        CliRun out = CliRun.of("--data", data, "data", "export", archive);
        CliRun in = CliRun.of("--data", data, "--profile", "copy", "data", "import", archive, "--json");
        CliRun again = CliRun.of("data", "import", archive, "--data", data, "--profile", "copy");
        CliRun copy = CliRun.of("--data", data, "--profile", "copy", "state", "--json");

        assertThat(out.code()).as(out.err()).isZero();
        assertThat(out.out()).startsWith("Written: ");
        assertThat(in.code()).as(in.err()).isZero();
        assertThat(in.json().get("files").asInt()).isGreaterThan(3);
        assertThat(again.code()).isEqualTo(ExitCode.FILE);
        assertThat(again.err()).contains("--replace");
        assertThat(copy.json()).isEqualTo(state.json());
        assertThat(copy.json().get("seed").asLong()).isEqualTo(4);
        CliRun where = CliRun.of("--data", data, "data", "where", "--json");
        assertThat(where.json().get("profiles").get(0).asString()).isEqualTo("copy");
    }

    @Test
    void aPortableStartHasItsDataBesideTheLauncherAndTheNextOneIsAsBefore() throws Exception {
        Path launchers = Files.createDirectory(folder.resolve("stick"));
        Path beside = launchers.resolve("sextant-data");
        System.setProperty("sextant.launcher", launchers.toString());
        try {
            CliRun run = CliRun.of("--portable", "run", "--headless", "--seed", "5", "--for", "1s", "--json");
            CliRun state = CliRun.of("state", "--json", "--portable");
            CliRun where = CliRun.of("--portable", "--profile", "copy", "data", "where", "--json");
            CliRun two = CliRun.of("--portable", "--data", folder.toString(), "data", "where");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(beside.resolve("simulated/journal")).isDirectory();
            assertThat(state.json().get("seed").asLong()).isEqualTo(5);
            assertThat(where.json().get("folder").asString())
                    .isEqualTo(beside.resolve("profiles/copy").toString());
            assertThat(where.json().get("portable").asBoolean()).isTrue();
            assertThat(two.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(two.err()).contains("name two places for the data");
            assertThat(launchers.toFile().list()).as("no mark").containsExactly("sextant-data");
            assertThat(DataFolder.portable()).as("every other start").isEmpty();
        } finally {
            System.clearProperty("sextant.launcher");
        }
    }

    @Test
    void withoutALauncherOrBesideOneWhereNothingMayBeWrittenItIsRefused() {
        CliRun nowhere = CliRun.of("--portable", "data", "where");
        System.setProperty("sextant.launcher", folder.resolve("gone").toString());
        try {
            CliRun closed = CliRun.of("--portable", "data", "where");

            assertThat(closed.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(closed.err()).contains("where you may not write").hasLineCount(1);
        } finally {
            System.clearProperty("sextant.launcher");
        }
        assertThat(nowhere.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(nowhere.err())
                .contains("nobody said which launcher this was")
                .hasLineCount(1);
    }

    @Test
    void aDamagedArchiveAndABadNameAreSaidInASentence() throws Exception {
        Path none = Files.writeString(folder.resolve("none.zip"), "no archive");

        CliRun damaged = CliRun.of("--data", folder.resolve("d").toString(), "data", "import", none.toString());
        CliRun name = CliRun.of("--data", folder.toString(), "--profile", "../up", "data", "where");

        assertThat(damaged.code()).isEqualTo(ExitCode.FILE);
        assertThat(damaged.err()).startsWith("sextant: ").contains("no archive").hasLineCount(1);
        assertThat(name.code()).isEqualTo(ExitCode.DATA);
        assertThat(folder.resolve("d")).doesNotExist();
    }
}
