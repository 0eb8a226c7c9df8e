package io.sextant.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.junit.jupiter.api.io.TempDir;

/** The real script {@code sextant} in a made-up checkout, home and system, with made-up JDKs and Maven. */
abstract class LauncherWorld {
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
    Path world;

    Path checkout;
    Path home;
    Path systemJdks;
    Path tools;
    final Map<String, String> environment = new HashMap<>();

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

    void missTwoLibrariesOfTheWindow() throws IOException {
        program(tools.resolve("uname"), "echo Linux");
        program(
                tools.resolve("ldconfig"),
                "printf '\\t%s (libc6,x86-64) => /lib/x\\n' libpangoft2-1.0.so.0 libXtst.so.6 libXxf86vm.so.1");
        environment.put("DISPLAY", ":0");
    }

    static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    record Ending(int code, String out, String err) {}

    Ending sextant(String... arguments) throws Exception {
        return run(
                checkout,
                Stream.concat(Stream.of("./sextant"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    Ending run(Path directory, String... command) throws Exception {
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

    static Path fakeJdk(Path home, String version) throws IOException {
        program(home.resolve("bin/java"), "for argument; do echo \"$argument\"; done; exit 7");
        program(home.resolve("bin/javac"), "exit 0");
        write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    void fakeMaven(Path library) throws IOException {
        program(
                tools.resolve("mvn"),
                "echo \"$JAVA_HOME\" >> '" + world.resolve("mvn.log") + "'\n: > '" + library + "'\n"
                        + "printf '%s\\n' -classpath '\"" + library + "\"' > app/target/java.args");
    }

    List<String> builds() throws IOException {
        return Files.readAllLines(world.resolve("mvn.log"));
    }

    Path archiveOfAJdk() throws Exception {
        fakeJdk(world.resolve("packed/jdk-25.0.3+9"), "25.0.3");
        Path archive = world.resolve("jdk.tar.gz");
        assertThat(run(world.resolve("packed"), "tar", "-czf", archive.toString(), "jdk-25.0.3+9")
                        .code())
                .isZero();
        return archive;
    }

    void pin(String sha256, String url) throws IOException {
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

    List<Path> fetched() throws IOException {
        try (Stream<Path> entries = Files.list(home.resolve(".cache/sextant/jdk"))) {
            return entries.toList();
        }
    }

    static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, UTF_8);
    }

    static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The files of a checkout are older than what is built from them. */
    static void age(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1_000_000_000)));
            }
        }
    }
}
