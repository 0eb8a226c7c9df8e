package io.sextant.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.DatabaseFromNewerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a file that an older version wrote, and to one that a newer version did. */
class DatabaseUpgradeTest {

    @TempDir
    Path folder;

    @Test
    void aNewFileNeedsNoBackup() {
        try (Database made = open("newer")) {
            assertThat(made.backup()).isEmpty();
        }
        try (Database again = open("newer")) {
            assertThat(again.backup()).isEmpty();
        }
    }

    @Test
    void anOlderFileIsCopiedBeforeItsTablesChangeAndTheCopyOpensInTheOlderVersion() throws Exception {
        write("older", "first");

        Path backup;
        try (Database upgraded = open("newer")) {
            backup = folder.resolve(upgraded.backup().orElseThrow());
            assertThat(colours(upgraded)).containsExactly("black");
        }

        Path restored = Files.createDirectory(folder.resolve("restored"));
        unpack(backup, restored.resolve("desk.mv.db"));
        try (Database old = Database.open(StorePlace.inFolder(restored), Content.TABLES, "db/older")) {
            assertThat(texts(old)).containsExactly("first");
        }
    }

    @Test
    void anUpgradeThatFailsLeavesTheCopy() throws Exception {
        write("older", "kept");

        assertThatThrownBy(() -> open("broken")).isInstanceOf(StoreException.class);

        try (Stream<Path> files = Files.list(folder)) {
            Path backup = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
            Path restored = Files.createDirectory(folder.resolve("restored"));
            unpack(backup, restored.resolve("desk.mv.db"));
            try (Database old = Database.open(StorePlace.inFolder(restored), Content.TABLES, "db/older")) {
                assertThat(texts(old)).containsExactly("kept");
            }
        }
    }

    @Test
    void aNewerFileIsRefusedAndStaysAsItIs() {
        write("newer", "of tomorrow");

        assertThatThrownBy(() -> open("older")).isInstanceOfSatisfying(StoreException.class, refused -> {
            assertThat(refused.problem()).isInstanceOf(DatabaseFromNewerVersion.class);
            assertThat(refused.problem().sentence())
                    .contains("newer version of Sextant")
                    .contains("Nothing was changed")
                    .contains("Start the newer version");
        });

        try (Database newer = open("newer")) {
            assertThat(texts(newer)).containsExactly("of tomorrow");
        }
    }

    private void write(String migrations, String text) {
        try (Database database = open(migrations)) {
            database.inTransaction(sql -> sql.execute("INSERT INTO note (text) VALUES (?)", text));
        }
    }

    private static List<String> texts(Database database) {
        return database.read(sql -> sql.fetch("SELECT text FROM note").getValues(0, String.class));
    }

    private static List<String> colours(Database database) {
        return database.read(sql -> sql.fetch("SELECT colour FROM note").getValues(0, String.class));
    }

    private Database open(String migrations) {
        return Database.open(StorePlace.inFolder(folder), Content.TABLES, "db/" + migrations);
    }

    private static void unpack(Path archive, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry only = zip.entries().nextElement();
            assertThat(zip.size()).isEqualTo(1);
            try (InputStream in = zip.getInputStream(only)) {
                Files.copy(in, to);
            }
        }
    }
}
