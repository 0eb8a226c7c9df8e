package io.sextant.reference.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sextant.domain.source.KeyPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    @TempDir
    Path folder;

    private final KeyRing keys = new KeyRing(Map.of("GOOD", " sesame ", "BAD", "open sesame"));

    @Test
    void readsAKeyFromTheEnvironment() throws Exception {
        assertThat(keys.read(KeyPlace.parse("env:GOOD"))).isEqualTo("sesame");
        assertThatExceptionOfType(KeyException.class)
                .isThrownBy(() -> keys.read(KeyPlace.parse("env:MISSING")))
                .withMessage("the environment variable MISSING is empty");
        assertThatExceptionOfType(KeyException.class)
                .isThrownBy(() -> keys.read(KeyPlace.parse("env:BAD")))
                .withMessageNotContaining("sesame");
    }

    @Test
    void readsAKeyOnlyFromAFileThatNobodyElseCanRead() throws Exception {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("key"), "sesame\nand more\n");
        KeyPlace place = KeyPlace.parse("file:" + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(KeyException.class)
                .isThrownBy(() -> keys.read(place))
                .withMessageContaining("can be read by others")
                .withMessageNotContaining("sesame");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(keys.read(place)).isEqualTo("sesame");
        Files.delete(file);
        assertThatExceptionOfType(KeyException.class).isThrownBy(() -> keys.read(place));
    }
}
