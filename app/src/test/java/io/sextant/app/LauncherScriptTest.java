package io.sextant.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real script {@code sextant} in a made-up checkout, home and system, with made-up JDKs and Maven. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "curl",
            "cut",
            "dirname",
            "find",
            "grep",
            "gzip",
            "head",
            "ln",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sha256sum",
            "shasum",
            "tar",
            "uname",
            "wget");

    @TempDir
    private Path world;

    private Path checkout;
    private Path home;
    private Path systemJdks;
    private Path tools;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeWorld() throws IOException {
        world = world.toRealPath();
        checkout = Files.createDirectories(world.resolve("check out"));
        home = Files.createDirectories(world.resolve("home"));
        systemJdks = Files.createDirectories(world.resolve("jvm"));
        tools = Files.createDirectories(world.resolve("tools"));
        Path script = Path.of("").toAbsolutePath().resolveSibling("sextant");
        Files.copy(script, checkout.resolve("sextant"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String tool : TOOLS) {
            for (Path real : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
                if (Files.isExecutable(real)) {
                    program(tools.resolve(tool), "exec " + real + " \"$@\"");
                    break;
                }
            }
        }
        write(checkout.resolve("pom.xml"), "<project/>");
        write(checkout.resolve("app/pom.xml"), "<project/>");
        write(checkout.resolve("app/src/main/java/Main.java"), "class Main {}");
        write(checkout.resolve("modules/domain/pom.xml"), "<project/>");
        write(checkout.resolve("modules/domain/src/main/java/Price.java"), "class Price {}");
        write(checkout.resolve(".mvn/maven.config"), "");
        age(checkout);
        environment.put("HOME", home.toString());
        environment.put("PATH", tools.toString());
        environment.put("SEXTANT_JDK_DIRS", systemJdks.toString());
    }

    @Test
    void takesTheJdkThatIsNamedBeforeAllOthers() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Path named = fakeJdk(world.resolve("mine"), "26");
        environment.put("SEXTANT_JAVA_HOME", named.toString());
        assertThat(sextant("--java-home").out()).isEqualTo(named + "\n");
    }

    @Test
    void refusesANamedJdkThatIsTooOld() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        environment.put(
                "SEXTANT_JAVA_HOME", fakeJdk(world.resolve("mine"), "17.0.15").toString());
        Ending ending = sextant("--java-home");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.err()).contains("SEXTANT_JAVA_HOME").contains("not a JDK 25");
    }

    @Test
    void looksPastAnOldJavaHomeAndAnOldJavaOnThePath() throws Exception {
        Path old = fakeJdk(systemJdks.resolve("java-17"), "17.0.15");
        Path good = fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        environment.put("JAVA_HOME", old.toString());
        environment.put("PATH", tools + ":" + old.resolve("bin"));
        assertThat(sextant("--java-home").out()).isEqualTo(good + "\n");
    }

    @Test
    void followsTheJavaOnThePathToItsHome() throws Exception {
        Path good = fakeJdk(world.resolve("elsewhere/jdk"), "25");
        Files.createSymbolicLink(tools.resolve("java"), good.resolve("bin/java"));
        assertThat(sextant("--java-home").out()).isEqualTo(good + "\n");
    }

    @Test
    void findsJdksWhereSdkmanAndIdesPutThem() throws Exception {
        Path ide = fakeJdk(home.resolve(".jdks/temurin-25.0.3"), "25.0.3");
        assertThat(sextant("--java-home").out()).isEqualTo(ide + "\n");
        Path sdkman = fakeJdk(home.resolve(".sdkman/candidates/java/25-tem"), "25");
        assertThat(sextant("--java-home").out()).isEqualTo(sdkman + "\n");
    }

    @Test
    void passesOverARuntimeThatCannotCompile() throws Exception {
        Path runtime = fakeJdk(systemJdks.resolve("a-runtime-25"), "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        Path good = fakeJdk(systemJdks.resolve("b-jdk-25"), "25.0.3");
        assertThat(sextant("--java-home").out()).isEqualTo(good + "\n");
    }

    @Test
    void saysWhatToInstallWhereNobodyCanBeAsked() throws Exception {
        pin("0".repeat(64), "file:///nowhere/jdk.tar.gz");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err().lines())
                .singleElement()
                .asString()
                .contains("install a JDK 25")
                .contains("adoptium.net");
    }

    @Test
    void saysWhatToInstallWhereNoArchiveIsKnown() throws Exception {
        write(checkout.resolve("resources/jdk-25.pins"), "plan9-mips 25 0 file:///nowhere\n");
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.err()).contains("none to fetch").contains("install a JDK 25");
    }

    @Test
    void saysWhatToInstallWithoutNetwork() throws Exception {
        pin("0".repeat(64), "file://" + world.resolve("unreachable.tar.gz"));
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(10);
        assertThat(ending.err()).contains("no network?").contains("install a JDK 25");
        assertThat(fetched()).isEmpty();
    }

    @Test
    void fetchesThePinnedJdkOnceIntoTheCache() throws Exception {
        Path archive = archiveOfAJdk();
        pin(sha256(archive), "file://" + archive);
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Path expected = home.resolve(".cache/sextant/jdk/25.0.3+9");
        assertThat(sextant("--java-home").out()).isEqualTo(expected + "\n");
        assertThat(home.resolve(".m2/jdks/sextant-25.0.3+9").toRealPath()).isEqualTo(expected);
        Files.delete(archive);
        Files.delete(home.resolve(".m2/jdks/sextant-25.0.3+9"));
        assertThat(sextant("--java-home").out()).isEqualTo(expected + "\n");
        assertThat(fetched()).containsExactly(expected);
    }

    @Test
    void throwsAwayADownloadThatIsNotWhatWasPinned() throws Exception {
        Path archive = archiveOfAJdk();
        pin(sha256(archive), "file://" + archive);
        Files.write(archive, new byte[] {1}, StandardOpenOption.APPEND);
        environment.put("SEXTANT_FETCH_JDK", "yes");
        Ending ending = sextant("--java-home");
        assertThat(ending.code()).isEqualTo(11);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err()).contains("not what was pinned");
        assertThat(fetched()).isEmpty();
    }

    @Test
    void saysHowToGetMaven() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Ending ending = sextant("--help");
        assertThat(ending.code()).isEqualTo(12);
        assertThat(ending.err().lines()).singleElement().asString().contains("Maven is missing");
    }

    @Test
    void saysSoWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        program(tools.resolve("mvn"), "echo called >> '" + world.resolve("mvn.log") + "'; exit 1");
        assertThat(sextant("--help").code()).isEqualTo(13);
        assertThat(sextant("--help").code()).isEqualTo(13);
        assertThat(world.resolve("mvn.log")).hasContent("called\ncalled");
    }

    @Test
    void startsMavenOnlyWhenSomethingChanged() throws Exception {
        Path jdk = fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Path library = world.resolve("library.jar");
        write(library, "");
        fakeMaven(library);
        Ending first = sextant("state", "--json", "two words");
        assertThat(first.code()).isEqualTo(7);
        assertThat(first.out().lines().toList())
                .endsWith("io.sextant.app.Launcher", "state", "--json", "two words")
                .contains("@" + checkout.resolve("app/target/java.args"));
        sextant("--help");
        assertThat(builds()).containsExactly(jdk.toString());

        write(checkout.resolve("modules/domain/src/main/java/Price.java"), "class Price { int units; }");
        sextant("--help");
        assertThat(builds()).hasSize(2);

        Files.delete(checkout.resolve("app/src/main/java/Main.java"));
        sextant("--help");
        assertThat(builds()).hasSize(3);

        Files.delete(library);
        sextant("--help");
        assertThat(builds()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data DIR", "--data=DIR", "run", "--data DIR run --seed 5"})
    void namesThePackagesOfLibrariesThatTheWindowMisses(String line) throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        missTwoLibrariesOfTheWindow();
        Ending ending = sextant(words(line));
        assertThat(ending.code()).isEqualTo(14);
        assertThat(ending.err().lines()).singleElement().asString().contains("apt-get install libgtk-3-0 libgl1,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor",
                "run --headless",
                "run --for 1h",
                "--data DIR run --json",
                "--data DIR doctor",
                "--help",
                "run --help"
            })
    void needsNoLibrariesOfTheWindowWhereNoneOpens(String line) throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        missTwoLibrariesOfTheWindow();
        fakeMaven(world.resolve("library.jar"));
        assertThat(sextant(words(line)).code()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "'', window.jsa, true",
        "--data DIR, window.jsa, true",
        "--data=DIR run --headless, run.jsa, true",
        "--data DIR tune, learning.jsa, true",
        "--data DIR doctor, command.jsa, false"
    })
    void startsEachKindOfRunWithWhatItNeeds(String line, String archive, boolean computesWithVectors) throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        fakeMaven(world.resolve("library.jar"));
        String said = sextant(words(line)).out();
        assertThat(said).contains("/" + archive);
        assertThat(said.contains("jdk.incubator.vector")).isEqualTo(computesWithVectors);
    }

    private void missTwoLibrariesOfTheWindow() throws IOException {
        program(tools.resolve("uname"), "echo Linux");
        program(
                tools.resolve("ldconfig"),
                "printf '\\t%s (libc6,x86-64) => /lib/x\\n' libpangoft2-1.0.so.0 libXtst.so.6 libXxf86vm.so.1");
        environment.put("DISPLAY", ":0");
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    @Test
    void needsNoLibrariesOfTheWindowWithoutADisplay() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        program(tools.resolve("ldconfig"), "exit 0");
        Path library = world.resolve("library.jar");
        fakeMaven(library);
        assertThat(sextant().out().lines().toList()).endsWith("io.sextant.app.Launcher");
    }

    @Test
    void runsFromAnywhereAndThroughALink() throws Exception {
        fakeJdk(systemJdks.resolve("temurin-25"), "25.0.3");
        Path library = world.resolve("library.jar");
        write(library, "");
        fakeMaven(library);
        Path link = home.resolve("sx");
        Files.createSymbolicLink(link, checkout.resolve("sextant"));
        Ending ending = run(home, link.toString(), "doctor");
        assertThat(ending.out().lines().toList()).endsWith("io.sextant.app.Launcher", "doctor");
    }

    private record Ending(int code, String out, String err) {}

    private Ending sextant(String... arguments) throws Exception {
        return run(
                checkout,
                Stream.concat(Stream.of("./sextant"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    private Ending run(Path directory, String... command) throws Exception {
        Path out = world.resolve("out.txt");
        Path err = world.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ending(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path fakeJdk(Path home, String version) throws IOException {
        program(home.resolve("bin/java"), "for argument; do echo \"$argument\"; done; exit 7");
        program(home.resolve("bin/javac"), "exit 0");
        write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void fakeMaven(Path library) throws IOException {
        program(
                tools.resolve("mvn"),
                "echo \"$JAVA_HOME\" >> '" + world.resolve("mvn.log") + "'\n: > '" + library + "'\n"
                        + "printf '%s\\n' -classpath '\"" + library + "\"' > app/target/java.args");
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(world.resolve("mvn.log"));
    }

    private Path archiveOfAJdk() throws Exception {
        fakeJdk(world.resolve("packed/jdk-25.0.3+9"), "25.0.3");
        Path archive = world.resolve("jdk.tar.gz");
        assertThat(run(world.resolve("packed"), "tar", "-czf", archive.toString(), "jdk-25.0.3+9")
                        .code())
                .isZero();
        return archive;
    }

    private void pin(String sha256, String url) throws IOException {
        StringBuilder pins = new StringBuilder();
        for (String platform : List.of("linux-x64", "linux-aarch64", "mac-x64", "mac-aarch64")) {
            pins.append(platform)
                    .append(" 25.0.3+9 ")
                    .append(sha256)
                    .append(' ')
                    .append(url)
                    .append('\n');
        }
        write(checkout.resolve("resources/jdk-25.pins"), pins.toString());
    }

    private List<Path> fetched() throws IOException {
        try (Stream<Path> entries = Files.list(home.resolve(".cache/sextant/jdk"))) {
            return entries.toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, UTF_8);
    }

    private static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The files of a checkout are older than what is built from them. */
    private static void age(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1_000_000_000)));
            }
        }
    }
}
