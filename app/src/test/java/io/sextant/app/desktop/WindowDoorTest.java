package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sextant.app.cli.SextantCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowDoorTest {

    @TempDir
    Path data;

    private static final String LONDON = "london.example:8443";

    private final List<Path> shown = new CopyOnWriteArrayList<>();
    private final List<Path> shownAtLondon = new CopyOnWriteArrayList<>();

    private boolean knock(Path file) {
        return WindowDoor.knock(data, List.of(file), Optional.empty());
    }

    private WindowDoor open() throws IOException {
        return WindowDoor.open(data, Optional.empty(), shown::addAll);
    }

    private Path door() throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(file -> file.toString().endsWith(WindowDoor.SUFFIX))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void filesAreHandedToTheWindowThatIsOpenAndToNoneAfterIt() throws IOException {
        Path file = data.resolve("bars of Zoë.csv");
        assertThat(knock(file)).as("nobody is there yet").isFalse();
        try (WindowDoor door = open()) {
            assertThat(door).isNotNull();
            assertThat(WindowDoor.knock(data, List.of(file, data.resolve("b.sextant")), Optional.empty()))
                    .isTrue();
            assertThat(shown)
                    .containsExactly(
                            file.toAbsolutePath(), data.resolve("b.sextant").toAbsolutePath());
        }
        assertThat(knock(file)).isFalse();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whoDoesNotKnowTheWordIsNotHeardAndTheNextOneIs() throws IOException {
        try (WindowDoor door = open()) {
            assertThat(door).isNotNull();
            int port = Integer.parseInt(Files.readString(door()).split(" ")[0]);
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream().write("0000\n/etc/passwd\n\n".getBytes(StandardCharsets.UTF_8));
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(shown).isEmpty();
            assertThat(knock(data.resolve("x.csv"))).isTrue();
        }
    }

    @Test
    void onlyItsOwnerReadsTheWord() throws IOException {
        try (WindowDoor door = open()) {
            assertThat(door).isNotNull();
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door())))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anAddressThatACrashLeftIsNoWindow() throws IOException {
        Path left = data.resolve("window.door");
        Files.writeString(left, "torn");
        assertThat(knock(data)).isFalse();
        int nobodys;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = socket.getLocalPort();
        }
        Files.writeString(left, nobodys + " abc\n");
        assertThat(knock(data)).isFalse();
        assertThat(left).as("who does not listen will not").doesNotExist();
    }

    @Test
    void whatIsForTheWindowOntoAServerIsShownInNoOther() throws IOException {
        Path file = data.resolve("a.sextant");
        try (WindowDoor here = open()) {
            assertThat(here).isNotNull();
            assertThat(WindowDoor.knock(data, List.of(file), Optional.of(LONDON)))
                    .as("only this machine's desk is shown")
                    .isFalse();
            try (WindowDoor there = WindowDoor.open(data, Optional.of(LONDON), shownAtLondon::addAll)) {
                assertThat(there).isNotNull();
                assertThat(WindowDoor.knock(data, List.of(file), Optional.of("Paris")))
                        .isFalse();
                assertThat(WindowDoor.knock(data, List.of(file), Optional.of(LONDON)))
                        .isTrue();
            }
            assertThat(shown).isEmpty();
            assertThat(shownAtLondon).containsExactly(file);
            assertThat(knock(file)).as("the other window's door stays open").isTrue();
        }
        assertThat(shown).containsExactly(file);
    }

    @Test
    void theCommandLineFindsTheWindowOntoThatServer() throws IOException {
        Path workspace = Files.writeString(data.resolve("a.sextant"), "");
        try (WindowDoor here = open();
                WindowDoor there = WindowDoor.open(data, Optional.of(LONDON), shownAtLondon::addAll)) {
            assertThat(here).isNotNull();
            assertThat(there).isNotNull();
            assertThat(said(0, "--connect", LONDON, "open", workspace.toString()))
                    .isEqualToIgnoringNewLines(
                            "Shown in the window that is open on the engine of london.example:8443.\n");
        }
        assertThat(shown).isEmpty();
        assertThat(shownAtLondon).containsExactly(workspace);
    }

    @Test
    void withoutSuchAWindowAndWithoutADisplayItIsRefused() throws IOException {
        Path workspace = Files.writeString(data.resolve("a.sextant"), "");
        assumeFalse(Desktop.isAvailable(), "there is a display, so a window would open");
        try (WindowDoor here = open()) {
            assertThat(here).isNotNull();
            assertThat(said(4, "--connect", LONDON, workspace.toString())).contains("there is no display");
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void pricesOfThisMachineAreNotOfferedToAnEngineOnAServer() throws IOException {
        Path prices = Files.writeString(data.resolve("prices.csv"), "");
        try (WindowDoor there = WindowDoor.open(data, Optional.of(LONDON), shownAtLondon::addAll)) {
            assertThat(there).isNotNull();
            assertThat(said(4, "--connect", LONDON, prices.toString()))
                    .contains("reads files of its own machine: bring prices.csv there; nothing was shown.");
        }
        assertThat(shownAtLondon).isEmpty();
    }

    /** All that a command line says, which ends with this code. */
    private String said(int code, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] all = Stream.concat(Stream.of("--data", data.toString()), Stream.of(words))
                .toArray(String[]::new);
        assertThat(SextantCommand.execute(all, out, out)).isEqualTo(code);
        return said.toString(StandardCharsets.UTF_8);
    }
}
