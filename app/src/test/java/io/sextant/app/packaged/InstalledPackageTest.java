package io.sextant.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.OfflineDesk;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The .deb as a person has it: installed, started from the terminal and from the desktop, installed again over itself, removed and purged. It is packed
 * from the image that {@link PackagedImageTest} left, without compressing it, and only where it leaves the machine as it was.
 */
@Tag("soak")
class InstalledPackageTest {

    private static final Path INSTALLED = Path.of("/opt/sextant");
    private static final Path APPLICATIONS = Path.of("/usr/share/applications");
    private static final Instant JARS_ARE_OF = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FILLED_WITHIN_SECONDS = 60;

    @TempDir
    Path folder;

    /** Where a desktop keeps its menus; a server has neither, and the package must go in and out there too. */
    private static final List<Path> OF_A_DESKTOP =
            List.of(Path.of("/etc/xdg/menus"), Path.of("/usr/share/desktop-directories"));

    private final List<Path> made = new ArrayList<>();
    private boolean mine;

    @AfterEach
    void leaveNothing() throws Exception {
        if (mine) {
            shell().run("dpkg", "--purge", "sextant");
        }
        for (Path folderOfDesktop : made) {
            shell().run("rmdir", "--ignore-fail-on-non-empty", folderOfDesktop.toString());
        }
    }

    @Test
    void isInstalledUsedInstalledAgainAndRemovedAndTheDataStay() throws Exception {
        Path deb = packed();
        Path data = folder.resolve("xdg/sextant");
        List<Position> held = deskWithAnOrder(data);
        List<Path> before = traces();

        install(deb);
        theJarsHaveTheTimeThatTheCacheKnows();
        theMachineIsFit();
        assertThat(heldByTheInstalled()).isEqualTo(texts(held));
        makeADesktop();
        install(deb);
        isKnownToTheDesktop();
        theWindowOpens();
        assertThat(heldByTheInstalled()).isEqualTo(texts(held));
        assertThat(shell().run(command(), "run", "--headless", "--for", "1s", "--json")
                        .code())
                .isZero();
        List<Position> last = OfflineDesk.read(DeskOptions.in(data)).desk().positions();
        assertThat(shell().run("dpkg", "--remove", "sextant").code()).isZero();
        assertThat(shell().run("dpkg", "--purge", "sextant").code()).isZero();

        assertThat(INSTALLED).doesNotExist();
        assertThat(traces()).isEqualTo(before);
        assertThat(OfflineDesk.read(DeskOptions.in(data)).desk().positions()).isEqualTo(last);
    }

    /** Skips, with its reason, where the package could not be made or would not leave the machine as it was. */
    private Path packed() throws Exception {
        assumeTrue(
                Commands.areOnPath("dpkg", "dpkg-deb", "fakeroot", "objcopy", "xdg-mime")
                        && System.getProperty("user.name").equals("root"),
                "a package can only be installed by root where dpkg, fakeroot, binutils and xdg-utils are");
        assumeTrue(shell().run("dpkg", "-s", "sextant").code() != 0, "a Sextant is installed here already");
        Path image = Commands.ROOT.resolve("jpackage/target/Sextant/bin/Sextant");
        assumeTrue(
                Files.isExecutable(image),
                "there is no image yet: mvn verify makes one, and jpackage/build.sh --image-only");
        Commands.Result build = new Commands(folder, Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"))
                .run("bash", "jpackage/build.sh", "--keep-image", "--deb-only");
        assertThat(build.code()).as(build.all()).isZero();
        Path deb;
        try (Stream<Path> files = Files.list(Commands.ROOT.resolve("jpackage/target"))) {
            deb = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> missing = missing(deb);
        assumeTrue(missing.isEmpty(), "what the package wants is not installed here: " + missing);
        return deb;
    }

    private List<String> missing(Path deb) throws Exception {
        String wanted = shell().run("dpkg-deb", "-f", deb.toString(), "Depends").out();
        List<String> missing = new ArrayList<>();
        for (String one : wanted.strip().split("\\s*,\\s*")) {
            Commands.Result status = shell().run("dpkg-query", "-W", "-f", "${db:Status-Status}", one);
            if (!status.out().equals("installed")) {
                missing.add(one);
            }
        }
        return missing;
    }

    private void makeADesktop() throws IOException {
        for (Path wanted : OF_A_DESKTOP) {
            if (!Files.exists(wanted)) {
                Files.createDirectories(wanted);
                made.add(wanted);
            }
        }
    }

    private void install(Path deb) throws Exception {
        mine = true;
        Commands.Result install = shell().run("dpkg", "-i", deb.toString());
        assertThat(install.code()).as(install.all()).isZero();
        assertThat(shell().run("dpkg", "-s", "sextant").out()).contains("Status: install ok installed");
    }

    /** One entry in the menu, which opens files too; the command line has none. */
    private void isKnownToTheDesktop() throws Exception {
        Path entry = APPLICATIONS.resolve("sextant-Sextant.desktop");
        List<String> lines = Files.readAllLines(entry);
        assertThat(lines)
                .contains("Exec=/opt/sextant/bin/Sextant %f", "Terminal=false", "Categories=Office;Finance;")
                .anyMatch(line -> line.startsWith("MimeType=")
                        && line.contains("application/x-sextant-workspace")
                        && line.contains("text/csv"));
        String icon = lines.stream()
                .filter(line -> line.startsWith("Icon="))
                .findFirst()
                .orElseThrow()
                .substring("Icon=".length());
        assertThat(Files.readAllBytes(Path.of(icon))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(shell().run("xdg-mime", "query", "default", "application/x-sextant-workspace")
                        .out())
                .isEqualTo("sextant-Sextant.desktop\n");
        try (Stream<Path> entries = Files.list(APPLICATIONS)) {
            assertThat(entries.filter(file -> file.toString().contains("sextant")))
                    .hasSize(1);
        }
        if (Commands.areOnPath("desktop-file-validate")) {
            Commands.Result valid = shell().run("desktop-file-validate", entry.toString());
            assertThat(valid.code()).as(valid.all()).isZero();
        }
    }

    /** The cache that makes the start fast knows its jars by their times, which packing loses; without them it is left aside. */
    private static void theJarsHaveTheTimeThatTheCacheKnows() throws IOException {
        try (Stream<Path> files = Files.list(INSTALLED.resolve("lib/app"))) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                assertThat(Files.getLastModifiedTime(jar).toInstant())
                        .as(jar.toString())
                        .isEqualTo(JARS_ARE_OF);
            }
        }
    }

    private void theMachineIsFit() throws Exception {
        assertThat(shell().run(command(), "--version").out()).startsWith("sextant ");

        Commands.Result doctor = shell().run(command(), "doctor", "--json");

        assertThat(doctor.code()).as(doctor.all()).isZero();
        for (JsonNode finding : doctor.json().get("findings")) {
            if (List.of("Libraries", "JavaFX", "XGBoost", "ONNX Runtime", "Deeplearning4j", "Vosk", "Database")
                    .contains(finding.get("subject").asString())) {
                assertThat(finding.get("health").asString())
                        .as(finding.toString())
                        .isEqualTo("WELL");
            }
        }
    }

    private void theWindowOpens() throws Exception {
        if (Commands.areOnPath("xvfb-run")) {
            Commands.Result window =
                    shell().run("xvfb-run", "--auto-servernum", INSTALLED + "/bin/Sextant", "run", "--exit-when-ready");
            assertThat(window.out()).as(window.err()).contains("window ready after ");
            assertThat(window.code()).isZero();
        }
    }

    private List<String> heldByTheInstalled() throws Exception {
        Commands.Result state = shell().run(command(), "state", "--json");
        assertThat(state.code()).as(state.err()).isZero();
        List<String> held = new ArrayList<>();
        state.json()
                .get("positions")
                .forEach(one -> held.add(one.get("instrument").asString() + " "
                        + one.get("quantity").asString()));
        return held;
    }

    private static List<String> texts(List<Position> positions) {
        return positions.stream()
                .map(one -> one.instrument().symbol() + " " + one.signedText())
                .toList();
    }

    private static List<Position> deskWithAnOrder(Path data) throws Exception {
        try (DeskSession session = DeskSession.open(DeskOptions.in(data), what -> {})) {
            EngineClient client = session.client();
            Instrument first = await(client.ask(new Query.Instruments())).getFirst();
            await(client.submit(
                    new CommandKey("installed"),
                    new PlaceOrder(OrderDraft.market(
                            first.id(), Side.BUY, first.rules().minQuantity(), OrderOrigin.COMMAND_LINE))));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FILLED_WITHIN_SECONDS);
            while (await(client.ask(new Query.Desk())).positions().isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
        List<Position> held = OfflineDesk.read(DeskOptions.in(data)).desk().positions();
        assertThat(held).hasSize(1);
        return held;
    }

    /** Files of ours where packages put theirs. */
    private static List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("/usr/share"))) {
            return files.filter(file ->
                            file.toString().toLowerCase(java.util.Locale.ROOT).contains("sextant"))
                    .sorted()
                    .toList();
        }
    }

    private static String command() {
        return INSTALLED + "/bin/sextant-cli";
    }

    /** With a home of its own, so that the platform's usual place is one in the test's folder. */
    private Commands shell() {
        return new Commands(
                folder, Map.of("XDG_DATA_HOME", folder.resolve("xdg").toString()));
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
