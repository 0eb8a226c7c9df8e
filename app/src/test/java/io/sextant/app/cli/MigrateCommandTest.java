package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.DeskStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MigrateCommandTest {

    private static final Logger STEPS = Logger.getLogger("io.zonky.test");

    private static EmbeddedPostgres server;
    private static String url = "";

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws IOException {
        STEPS.setLevel(Level.WARNING);
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
        url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private CliRun sextant(String... arguments) {
        return CliRun.of(Stream.concat(Stream.of("--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** And finds that it is not moved meanwhile. */
    private void liveOnce() {
        try (DeskSession session = DeskSession.open(DeskOptions.in(data), said -> {})) {
            assertThat(session.findings()).isEmpty();
            CliRun refused = sextant("migrate", "--to", url, "--user", "postgres");
            assertThat(refused.code()).isEqualTo(ExitCode.DATA);
            assertThat(refused.err()).contains("Another Sextant").contains("is using");
        }
    }

    @Test
    void aDeskMovesToAServerAndGoesOnThere() throws IOException, SQLException {
        liveOnce();
        JsonNode before = sextant("export", "--json").json();
        CliRun tooEarly = sextant("run", "--store", url, "--store-user", "postgres", "--headless", "--for", "1s");
        assertThat(tooEarly.code()).isEqualTo(ExitCode.DATA);
        assertThat(tooEarly.err()).contains("sextant migrate --to " + url);

        CliRun moved = sextant("migrate", "--to", url, "--user", "postgres", "--json");
        assertThat(moved.err()).isEmpty();
        assertThat(moved.code()).isEqualTo(ExitCode.OK);
        assertThat(moved.json()
                        .get("tables")
                        .valueStream()
                        .map(table -> table.get("table").asString()))
                .contains("fact", "setting", "bar_content", "trained_model");
        assertThat(moved.json()
                        .get("tables")
                        .valueStream()
                        .mapToLong(table -> table.get("rows").asLong())
                        .sum())
                .isPositive();
        Path files = data.resolve("simulated");
        byte[] bars = Files.readAllBytes(files.resolve("bars.mv.db"));
        assertThat(sextant("migrate", "--to", url, "--user", "postgres").code()).isEqualTo(ExitCode.REFUSED);

        CliRun opened =
                sextant("run", "--store", url, "--store-user", "postgres", "--headless", "--for", "1s", "--json");
        assertThat(opened.err()).isEmpty();
        assertThat(opened.code()).isEqualTo(ExitCode.OK);
        assertThat(files.resolve(DeskStore.NOTE))
                .content()
                .contains("user=postgres")
                .doesNotContainIgnoringCase("password");

        // From here on every command goes by the note.
        JsonNode after = sextant("export", "--json").json();
        assertThat(after).hasSameSizeAs(before);
        assertThat(sextant("state", "--json").code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllBytes(files.resolve("bars.mv.db"))).isEqualTo(bars);
        CliRun again = sextant("migrate", "--to", url, "--user", "postgres");
        assertThat(again.code()).isEqualTo(ExitCode.DATA);
        assertThat(again.err()).contains("already");

        CliRun anew = sextant("run", "--begin-anew", "--headless", "--for", "1s", "--json");
        assertThat(anew.err()).isEmpty();
        assertThat(anew.code()).isEqualTo(ExitCode.OK);
        assertThat(files.resolve(DeskStore.NOTE)).content().contains("user=postgres");
        assertThat(files.resolve("bars.mv.db"))
                .as("the new desk is on the server")
                .doesNotExist();
        assertThat(schemas())
                .contains(
                        "desk_simulated", "bars_simulated", "desk_simulated_set_aside_1", "bars_simulated_set_aside_1");

        DeskStore.keepInFiles(DeskOptions.in(data));
        assertThat(files.resolve(DeskStore.NOTE)).doesNotExist();
        assertThat(sextant("run", "--store", url, "--store-user", "postgres", "--headless", "--for", "1s", "--json")
                        .code())
                .as("the server has this desk, made from this journal")
                .isEqualTo(ExitCode.OK);
    }

    private static List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select nspname from pg_namespace")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    @Test
    void saysWhatIsWrongWithoutEverTellingAPassword() throws IOException {
        Files.createDirectories(data.resolve("simulated"));
        Path open = Files.writeString(data.resolve("open"), "hunter2\n");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path closed = Files.writeString(data.resolve("closed"), "hunter2\n");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
        Files.write(data.resolve("simulated").resolve("bars.mv.db"), new byte[8]);

        List<CliRun> all = List.of(
                sextant("migrate", "--to", url + "?password=hunter2"),
                sextant("migrate", "--to", "jdbc:h2:mem:hunter2?password=hunter2"),
                sextant("migrate", "--to", url, "--password-from", "env:NO_SUCH_VARIABLE_OF_OURS"),
                sextant("migrate", "--to", url, "--password-from", "hunter2"),
                sextant("migrate", "--to", url, "--password-from", "file:" + open),
                sextant("migrate", "--to", "jdbc:postgresql://127.0.0.1:1/x", "--password-from", "file:" + closed),
                sextant("migrate", "--to", url, "--user", "nobody_here", "--password-from", "file:" + closed));

        assertThat(all).allSatisfy(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.DATA);
            assertThat(run.err())
                    .startsWith("sextant: ")
                    .doesNotContain("=hunter2")
                    .doesNotContain("hunter2 ");
            assertThat(run.out()).isEmpty();
        });
        assertThat(all.get(2).err()).contains("NO_SUCH_VARIABLE_OF_OURS");
        assertThat(all.get(4).err()).contains("Everybody on this machine can read");
        assertThat(all.get(5).err()).contains("does not answer");
        assertThat(all.get(6).err()).contains("nobody_here");
    }
}
