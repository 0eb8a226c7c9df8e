package io.sextant.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.store.disk.FolderLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataArchiveTest {

    private static final String SECRET = "planted-Secret-93f1c27ab0";

    @TempDir
    Path folder;

    private Path data;
    private Path archive;

    @BeforeEach
    void fill() throws IOException {
        data = folder.resolve("data");
        archive = folder.resolve("all.zip");
        write(data.resolve("simulated/journal/000001.journal"), "records");
        write(data.resolve("simulated/journal/lock"), "process 1");
        write(data.resolve("window-4711.door"), "4711 word");
        write(data.resolve("simulated/desk.mv.db"), "tables");
        write(data.resolve("profiles/Zoë/reader.properties"), "language=fr");
        write(data.resolve("empty"), "");
    }

    @Test
    void whatIsWrittenIsReadAgainFileByFileWithoutLocks() throws IOException {
        DataExport.Written written = new DataExport(data).to(archive);
        DataImport.Read read = new DataImport(archive).into(folder.resolve("again"), false);

        Map<String, String> expected = contents(data);
        expected.remove("simulated/journal/lock");
        expected.remove("window-4711.door");
        assertThat(contents(folder.resolve("again"))).isEqualTo(expected);
        assertThat(written.files()).isEqualTo(read.files()).isEqualTo(4);
        assertThat(read.before()).isEmpty();
        assertThat(leftOvers()).isEmpty();
    }

    @Test
    void aSecretOfTheVaultIsInNoFileOfTheArchiveAndComesBackWithThePassphrase() throws IOException {
        try (LocalKeyDesk vault = vault(data)) {
            vault.create(Secret.of("a long passphrase"), false);
            vault.add(new VenueKey(
                    new VenueAccount("kraken", "main"),
                    VenueNet.TESTNET,
                    Secret.of("a-key"),
                    Secret.of(SECRET),
                    Secret.empty(),
                    WithdrawalRight.NOT_TOLD));
        }

        new DataExport(data).to(archive);

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                            .as(entry.getName())
                            .doesNotContain(SECRET);
                }
            }
        }
        new DataImport(archive).into(folder.resolve("again"), false);
        try (LocalKeyDesk vault = vault(folder.resolve("again"))) {
            vault.unlock(Secret.of("a long passphrase"));
            assertThat(vault.find(new VenueAccount("kraken", "main"))).isPresent();
        }
    }

    @Test
    void keysAndUsersOfAServedEngineStayAndItsTrailLeaves() throws IOException {
        for (String profile : new String[] {"", "profiles/Zoë/"}) {
            write(data.resolve(profile + "server/ca.key.pem"), "PRIVATE KEY");
            write(data.resolve(profile + "server/users.json"), "hashes");
            write(data.resolve(profile + "server/audit/2026.log"), "who did what");
        }
        write(data.resolve("somewhere/client.key.pem"), "PRIVATE KEY");

        new DataExport(data).to(archive);
        new DataImport(archive).into(folder.resolve("again"), false);

        assertThat(contents(folder.resolve("again")).keySet())
                .contains("server/audit/2026.log", "profiles/Zoë/server/audit/2026.log")
                .noneMatch(path -> path.endsWith(".key.pem") || path.endsWith("users.json"));
    }

    @Test
    void dataThatIsThereIsReplacedOnlyWhenToldAndThenSetAsideWhole() throws IOException {
        new DataExport(data).to(archive);
        Path other = folder.resolve("other");
        write(other.resolve("mine"), "precious");

        assertThatThrownBy(() -> new DataImport(archive).into(other, false))
                .isInstanceOf(ArchiveProblem.class)
                .hasMessageContaining("--replace");
        assertThat(contents(other)).containsOnlyKeys("mine");

        DataImport.Read read = new DataImport(archive).into(other, true);

        assertThat(contents(other)).doesNotContainKey("mine").containsKey("simulated/desk.mv.db");
        assertThat(contents(read.before().orElseThrow())).containsEntry("mine", "precious");
    }

    @Test
    void nothingLeavesOrComesWhileADeskIsOpen() throws IOException {
        new DataExport(data).to(archive);
        Path second = folder.resolve("second.zip");
        FolderLock open = FolderLock.take(data.resolve("simulated/journal"));
        try {
            assertThatThrownBy(() -> new DataExport(data).to(second)).isInstanceOf(ArchiveProblem.class);
            assertThatThrownBy(() -> new DataImport(archive).into(data, true)).isInstanceOf(ArchiveProblem.class);
        } finally {
            open.close();
        }

        assertThat(second).doesNotExist();
        assertThat(contents(data)).containsEntry("simulated/desk.mv.db", "tables");
        assertThat(leftOvers()).isEmpty();
    }

    @Test
    void anArchiveNeverReplacesAFileAndNeverLiesInTheData() throws IOException {
        write(archive, "somebody's");

        assertThatThrownBy(() -> new DataExport(data).to(archive)).hasMessageContaining("already");
        assertThatThrownBy(() -> new DataExport(data).to(data.resolve("x.zip"))).hasMessageContaining("outside");
        assertThat(Files.readString(archive)).isEqualTo("somebody's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"another byte", "a byte more", "a byte less", "a file less", "a file more", "no list", "cut"})
    void anArchiveThatWasChangedIsRefusedAndNothingIsLeftBehind(String how) throws IOException {
        new DataExport(data).to(archive);
        Path changed = folder.resolve("changed.zip");
        change(how, changed);

        assertThatThrownBy(() -> new DataImport(changed).into(folder.resolve("again"), false))
                .isInstanceOf(ArchiveProblem.class);

        assertThat(folder.resolve("again")).doesNotExist();
        assertThat(leftOvers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "C:evil", "a\\evil", "a//b", "./a", "a\tb", ""})
    void noPathLeavesTheFolder(String path) {
        assertThat(Manifest.isSafe(path)).isFalse();
    }

    @Test
    void dataOfANewerVersionIsLeftToThat() throws IOException {
        write(data.resolve("format"), "sextant-data 2\n");
        assertThatThrownBy(() -> new DataExport(data).to(archive)).hasMessageContaining("newer Sextant");

        write(data.resolve("format"), "sextant-data 1\n");
        new DataExport(data).to(archive);
        Path newer = folder.resolve("newer.zip");
        rewrite(newer, "data/format", "sextant-data 2\n".getBytes(StandardCharsets.UTF_8), true);
        assertThatThrownBy(() -> new DataImport(newer).into(folder.resolve("again"), false))
                .hasMessageContaining("newer Sextant");
        Path newerArchive = folder.resolve("newer-archive.zip");
        rewrite(newerArchive, "sextant-archive", "sextant-archive 2\n".getBytes(StandardCharsets.UTF_8), false);
        assertThatThrownBy(() -> new DataImport(newerArchive).into(folder.resolve("again"), false))
                .hasMessageContaining("newer Sextant");
        assertThat(leftOvers()).isEmpty();
    }

    private void change(String how, Path to) throws IOException {
        switch (how) {
            case "another byte" ->
                rewrite(to, "data/simulated/desk.mv.db", "Tables".getBytes(StandardCharsets.UTF_8), false);
            case "a byte more" ->
                rewrite(to, "data/simulated/desk.mv.db", "tabless".getBytes(StandardCharsets.UTF_8), false);
            case "a byte less" ->
                rewrite(to, "data/simulated/desk.mv.db", "table".getBytes(StandardCharsets.UTF_8), false);
            case "a file less" -> rewrite(to, "data/simulated/desk.mv.db", null, false);
            case "a file more" -> rewrite(to, "data/more", "x".getBytes(StandardCharsets.UTF_8), false);
            case "no list" -> rewrite(to, "manifest", null, false);
            case "cut" -> {
                byte[] whole = Files.readAllBytes(archive);
                Files.write(to, java.util.Arrays.copyOf(whole, whole.length / 2));
            }
            default -> throw new IllegalArgumentException(how);
        }
    }

    /** The archive with one entry changed, added or, for null, left out; {@code listed} keeps its list true to that. */
    private void rewrite(Path to, String name, byte[] content, boolean listed) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream made = new ZipOutputStream(out)) {
            boolean seen = false;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                if (entry.getName().equals(name)) {
                    seen = true;
                    bytes = content;
                } else if (listed && entry.getName().equals(Manifest.NAME)) {
                    bytes = listOf(new String(bytes, StandardCharsets.UTF_8), name, content);
                }
                if (bytes != null) {
                    made.putNextEntry(new ZipEntry(entry.getName()));
                    made.write(bytes);
                    made.closeEntry();
                }
            }
            if (!seen) {
                made.putNextEntry(new ZipEntry(name));
                made.write(content);
                made.closeEntry();
            }
        }
    }

    private static byte[] listOf(String list, String name, byte[] content) {
        Manifest read = Manifest.read(list);
        return new Manifest(read.entries().stream()
                        .map(entry -> ("data/" + entry.path()).equals(name)
                                ? Manifest.Entry.of(DataExport.sha256().digest(content), content.length, entry.path())
                                : entry)
                        .toList())
                .write()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Stream<String> leftOvers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".") || name.endsWith(".part"))
                    .toList()
                    .stream();
        }
    }

    private static LocalKeyDesk vault(Path dataFolder) {
        return new LocalKeyDesk(
                dataFolder.resolve("keys.vault"),
                Optional.empty(),
                key -> new KeyVerdict.NotAsked("no network in a test"),
                new SystemClock());
    }

    private static Map<String, String> contents(Path of) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        of.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
