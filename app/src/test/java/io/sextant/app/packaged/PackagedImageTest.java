package io.sextant.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application image is made from the jars and starts with nothing else: a desk is opened, closed and read again. */
@Tag("packaged")
class PackagedImageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {}

    @Test
    void theImageRunsADeskAndReadsItAgain() throws Exception {
        assumeTrue(
                isOnPath("bash") && isOnPath("objcopy"),
                "an image can only be made where bash and binutils are installed");
        Result build = run(List.of("bash", "jpackage/build.sh", "--skip-build", "--image-only", "--no-cache"));
        assertThat(build.code()).as(build.out() + build.err()).isZero();
        String command = ROOT.resolve("jpackage/target/Sextant/bin/sextant-cli").toString();
        String data = folder.resolve("desk").toString();

        Result run = run(List.of(command, "--data", data, "run", "--headless", "--seed", "9", "--for", "2s", "--json"));
        Result state = run(List.of(command, "--data", data, "state", "--json"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(state.code()).as(state.err()).isZero();
        assertThat(json(run).get("running").asBoolean()).isTrue();
        assertThat(json(state).get("seed").asLong()).isEqualTo(9);
        assertThat(json(state).get("equity").asString()).isEqualTo("200000.00");
        theImageHearsSpeech(command);
    }

    /** Only where it leaves the machine as it was: root, every library the package wants, and no Sextant installed. Making it takes minutes. */
    @Test
    void thePackageIsInstalledStartedUsedAndRemovedAndTheDataStay() throws Exception {
        assumeTrue(Boolean.getBoolean("sextant.deb"), "asked for with -Dsextant.deb=true");
        assumeTrue(
                isOnPath("dpkg")
                        && isOnPath("fakeroot")
                        && isOnPath("xdg-mime")
                        && System.getProperty("user.name").equals("root"),
                "a package can only be installed by root where dpkg, fakeroot and xdg-utils are");
        assumeTrue(run(List.of("dpkg", "-s", "sextant")).code() != 0, "a Sextant is installed here already");
        Result build = run(List.of("bash", "jpackage/build.sh", "--skip-build", "--no-cache"));
        assertThat(build.code()).as(build.out() + build.err()).isZero();
        Path made;
        try (var files = Files.list(ROOT.resolve("jpackage/target"))) {
            made = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
        }
        String data = folder.resolve("installed").toString();
        try {
            Result install = run(List.of("dpkg", "-i", made.toString()));
            assertThat(install.code()).as(install.out() + install.err()).isZero();
            String command = "/opt/sextant/bin/sextant-cli";
            Result used = run(List.of(command, "--data", data, "run", "--headless", "--for", "1s", "--json"));
            assertThat(used.code()).as(used.err()).isZero();
            assertThat(Files.readString(Path.of("/opt/sextant/lib/sextant-Sextant.desktop")))
                    .contains(
                            "MimeType=",
                            "application/x-sextant-workspace",
                            "text/csv",
                            "Exec=/opt/sextant/bin/Sextant %f");
        } finally {
            run(List.of("dpkg", "--purge", "sextant"));
        }
        assertThat(Path.of("/opt/sextant")).doesNotExist();
        assertThat(Path.of(data, "simulated/journal")).isDirectory();
    }

    /** With the recogniser's native library out of the image. */
    private void theImageHearsSpeech(String command) throws Exception {
        Path speech = ROOT.resolve("modules/voice/src/test/resources/speech");
        Result heard = run(List.of(
                command,
                "voice",
                "transcribe",
                speech.resolve("wav/en-def-5aca70.wav").toString(),
                "--lang",
                "en",
                "--model",
                speech.resolve("en").toString(),
                "--json"));

        assertThat(heard.code()).as(heard.err()).isZero();
        assertThat(json(heard).get("intent").asString()).isEqualTo("cancel-all");
    }

    private Result run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(8, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static JsonNode json(Result result) {
        return JsonMapper.builder().build().readTree(result.out());
    }
}
