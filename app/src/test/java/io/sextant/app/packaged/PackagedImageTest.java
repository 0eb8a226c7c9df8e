package io.sextant.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application image is made from the jars and starts with nothing else: a desk is opened, closed, read again, carried away and brought back. */
@Tag("packaged")
class PackagedImageTest {

    @TempDir
    Path folder;

    @Test
    void theImageRunsADeskReadsItAgainAndCarriesItElsewhere() throws Exception {
        assumeTrue(
                Commands.areOnPath("bash", "objcopy"),
                "an image can only be made where bash and binutils are installed");
        Commands shell = new Commands(folder, Map.of());
        Commands.Result build = shell.run("bash", "jpackage/build.sh", "--skip-build", "--image-only", "--no-cache");
        assertThat(build.code()).as(build.all()).isZero();
        Path launchers = Commands.ROOT.resolve("jpackage/target/Sextant/bin");
        String command = launchers.resolve("sextant-cli").toString();
        theImageKeepsTheDataOfOneStartBesideItWhereAsked(shell, launchers);
        Path mark = Files.createFile(launchers.resolve("sextant.portable"));
        try {
            Commands.Result run = shell.run(command, "run", "--headless", "--seed", "9", "--for", "2s", "--json");
            Commands.Result state = shell.run(command, "state", "--json");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(state.code()).as(state.err()).isZero();
            assertThat(run.json().get("running").asBoolean()).isTrue();
            assertThat(state.json().get("seed").asLong()).isEqualTo(9);
            assertThat(state.json().get("equity").asString()).isEqualTo("200000.00");
            assertThat(launchers.resolve("sextant-data/simulated/journal")).isDirectory();
            theImageCarriesEverythingIntoAProfile(shell, command, state);
        } finally {
            Files.delete(mark);
            shell.run("rm", "-rf", launchers.resolve("sextant-data").toString());
        }
        theImageHearsSpeech(shell, command);
    }

    private static void theImageKeepsTheDataOfOneStartBesideItWhereAsked(Commands shell, Path launchers)
            throws Exception {
        Commands.Result where =
                shell.run(launchers.resolve("sextant-cli").toString(), "--portable", "data", "where", "--json");

        assertThat(where.code()).as(where.err()).isZero();
        assertThat(where.json().get("portable").asBoolean()).isTrue();
        assertThat(where.json().get("folder").asString())
                .isEqualTo(launchers.resolve("sextant-data").toString());
    }

    private void theImageCarriesEverythingIntoAProfile(Commands shell, String command, Commands.Result state)
            throws Exception {
        String archive = folder.resolve("all.zip").toString();

        Commands.Result out = shell.run(command, "data", "export", archive);
        Commands.Result in = shell.run(command, "--profile", "copy", "data", "import", archive);
        Commands.Result copy = shell.run(command, "--profile", "copy", "state", "--json");

        assertThat(out.code()).as(out.err()).isZero();
        assertThat(in.code()).as(in.err()).isZero();
        assertThat(copy.json()).isEqualTo(state.json());
    }

    /** With the recogniser's native library out of the image. */
    private static void theImageHearsSpeech(Commands shell, String command) throws Exception {
        Path speech = Commands.ROOT.resolve("modules/voice/src/test/resources/speech");
        Commands.Result heard = shell.run(
                command,
                "voice",
                "transcribe",
                speech.resolve("wav/en-def-5aca70.wav").toString(),
                "--lang",
                "en",
                "--model",
                speech.resolve("en").toString(),
                "--json");

        assertThat(heard.code()).as(heard.err()).isZero();
        assertThat(heard.json().get("intent").asString()).isEqualTo("cancel-all");
    }
}
