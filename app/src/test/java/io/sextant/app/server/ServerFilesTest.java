package io.sextant.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.cli.SextantCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a server is set up with: the script on a fake root, and the files that Docker, Prometheus and systemd read. */
class ServerFilesTest {

    private static final Path FILES = Path.of("").toAbsolutePath().getParent().resolve("resources/server");

    @TempDir
    private Path folder;

    private Path root;
    private String said = "";

    @BeforeEach
    void fakeMachine() throws IOException {
        root = folder.resolve("root");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = root.resolve("opt/sextant/bin/sextant-cli");
        Files.createDirectories(program.getParent());
        // Makes what the real one would, and says what it was asked for.
        script(
                program,
                "echo \"sextant-cli $*\" >> '" + folder
                        + "/calls'\nmkdir -p \"$2/server\"\ntouch \"$2/server/server.crt.pem\"\n");
        script(bin.resolve("useradd"), "echo \"useradd $*\" >> '" + folder + "/calls'\ntouch '" + folder + "/user'\n");
        script(bin.resolve("id"), "if [ \"$2\" = sextant ]; then test -e '" + folder + "/user'; else echo 0; fi\n");
        script(bin.resolve("runuser"), "while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"\n");
        script(
                bin.resolve("systemctl"),
                "echo \"systemctl $*\" >> '" + folder + "/calls'\ncase $1 in is-enabled) test -e '" + folder
                        + "/enabled';; enable) touch '" + folder + "/enabled';; esac\n");
        // Owners cannot be changed by everybody; everything else of install is the real one's.
        script(bin.resolve("install"), """
                set -- "$@" --
                kept=""
                while [ "$1" != -- ]; do
                    case $1 in -o|-g) shift 2;; *) kept="$kept '$1'"; shift;; esac
                done
                eval exec /usr/bin/install $kept
                """);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int install(String... arguments) throws Exception {
        List<String> line =
                new ArrayList<>(List.of("sh", FILES.resolve("install.sh").toString(), "--root", root.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (old, ours) -> ours + ":" + old);
        Process process = builder.start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> calls() throws IOException {
        Path file = folder.resolve("calls");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                all.put(
                        root.relativize(file).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                + (Files.isRegularFile(file) ? Files.readString(file) : ""));
            }
        }
        return all;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theScriptSetsAnEmptyMachineUpAndChangesNothingTheSecondTime() throws Exception {
        assertThat(install("--host", "desk.example.org", "--host", "192.168.1.7"))
                .as(said)
                .isZero();

        assertThat(calls())
                .contains("useradd --system --home-dir /var/lib/sextant --shell /usr/sbin/nologin sextant")
                .contains("systemctl daemon-reload", "systemctl enable sextant-engine")
                .anyMatch(call -> call.endsWith("engine certificates make --host desk.example.org --host 192.168.1.7"));
        assertThat(root.resolve("etc/systemd/system/sextant-engine.service"))
                .hasSameTextualContentAs(FILES.resolve("sextant-engine.service"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("var/lib/sextant"))))
                .isEqualTo("rwx------");

        Path config = root.resolve("etc/sextant/engine.yaml");
        Files.writeString(config, "port: 9999\n");
        Map<String, String> before = everything();
        Files.delete(folder.resolve("calls"));

        assertThat(install("--host", "desk.example.org")).as(said).isZero();

        assertThat(everything()).isEqualTo(before);
        assertThat(calls()).containsExactly("systemctl is-enabled --quiet sextant-engine");
        assertThat(said).contains("kept " + config).contains("kept the engine's certificates");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theScriptSaysWhatIsMissing() throws Exception {
        assertThat(install()).as(said).isZero();
        assertThat(said).contains("run this again with --host");
        assertThat(install("--hots", "x")).isEqualTo(2);
        Files.delete(root.resolve("opt/sextant/bin/sextant-cli"));
        assertThat(install()).isEqualTo(1);
        assertThat(said).contains("apt install");
    }

    @Test
    void theExampleSaysOnlyWhatTheEngineKnows() throws Exception {
        Set<String> known = new CommandLine(new SextantCommand())
                .getSubcommands().get("engine").getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionSpec::longestName)
                        .collect(Collectors.toSet());
        assertThat(EngineConfig.read(FILES.resolve("engine.yaml")).arguments(known, Set.of()))
                .contains("--host=127.0.0.1", "--port=8443")
                .doesNotContain("--passwords");
        // The lines that are commented out too.
        String all = Files.readString(FILES.resolve("engine.yaml")).replaceAll("(?m)^# (?=[a-z-]+: )", "");
        Path whole = folder.resolve("whole.yaml");
        Files.writeString(whole, all);
        assertThat(EngineConfig.read(whole).arguments(known, Set.of())).hasSizeGreaterThan(10);
    }

    @Test
    void theUnitShutsTheEngineIn() throws Exception {
        assertThat(Files.readAllLines(FILES.resolve("sextant-engine.service")))
                .contains(
                        "User=sextant",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "CapabilityBoundingSet=CAP_NET_BIND_SERVICE",
                        "ExecStart=/opt/sextant/bin/sextant-cli engine --config /etc/sextant/engine.yaml")
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"));
    }

    @Test
    void theComposeFileOpensOnlyTheEnginesPort() throws Exception {
        Map<?, ?> services = (Map<?, ?>) yaml("compose.yaml").get("services");
        assertThat(services.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("engine", "postgres", "prometheus", "grafana");
        services.forEach((name, service) -> {
            List<?> ports = (List<?>) ((Map<?, ?>) service).get("ports");
            if (ports != null && !name.equals("engine")) {
                assertThat(ports.stream().map(String::valueOf)).allMatch(port -> port.startsWith("127.0.0.1:"));
            }
        });
        assertThat(Files.readString(FILES.resolve("compose.yaml"))).doesNotContainPattern("(?i)password: +[^$/\\s]");
        Map<?, ?> job = (Map<?, ?>) ((List<?>) yaml("prometheus.yml").get("scrape_configs")).getFirst();
        assertThat(job.get("scheme")).isEqualTo("https");
        assertThat(job.get("metrics_path")).isEqualTo("/metrics");
        assertThat(Files.readAllLines(FILES.resolve("Dockerfile")))
                .contains("USER sextant")
                .anyMatch(line -> line.startsWith("FROM debian:12"));
    }

    private static Map<?, ?> yaml(String name) throws IOException {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILES.resolve(name)));
    }
}
