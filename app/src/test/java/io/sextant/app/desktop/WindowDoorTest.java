package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowDoorTest {

    @TempDir
    Path data;

    private final List<Path> shown = new CopyOnWriteArrayList<>();

    @Test
    void filesAreHandedToTheWindowThatIsOpenAndToNoneAfterIt() throws IOException {
        Path file = data.resolve("bars of Zoë.csv");
        assertThat(WindowDoor.knock(data, List.of(file)))
                .as("nobody is there yet")
                .isFalse();
        try (WindowDoor door = WindowDoor.open(data, shown::addAll)) {
            assertThat(door).isNotNull();
            assertThat(WindowDoor.knock(data, List.of(file, data.resolve("b.sextant"))))
                    .isTrue();
            assertThat(shown)
                    .containsExactly(
                            file.toAbsolutePath(), data.resolve("b.sextant").toAbsolutePath());
        }
        assertThat(WindowDoor.knock(data, List.of(file))).isFalse();
        assertThat(data.resolve(WindowDoor.FILE)).doesNotExist();
    }

    @Test
    void whoDoesNotKnowTheWordIsNotHeardAndTheNextOneIs() throws IOException {
        try (WindowDoor door = WindowDoor.open(data, shown::addAll)) {
            assertThat(door).isNotNull();
            int port = Integer.parseInt(
                    Files.readString(data.resolve(WindowDoor.FILE)).split(" ")[0]);
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream().write("0000\n/etc/passwd\n\n".getBytes(StandardCharsets.UTF_8));
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(shown).isEmpty();
            assertThat(WindowDoor.knock(data, List.of(data.resolve("x.csv")))).isTrue();
        }
    }

    @Test
    void onlyItsOwnerReadsTheWord() throws IOException {
        try (WindowDoor door = WindowDoor.open(data, shown::addAll)) {
            assertThat(door).isNotNull();
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(WindowDoor.FILE))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anAddressThatACrashLeftIsNoWindow() throws IOException {
        Files.writeString(data.resolve(WindowDoor.FILE), "1 abc\n");
        assertThat(WindowDoor.knock(data, List.of(data))).isFalse();
        Files.writeString(data.resolve(WindowDoor.FILE), "torn");
        assertThat(WindowDoor.knock(data, List.of(data))).isFalse();
    }
}
