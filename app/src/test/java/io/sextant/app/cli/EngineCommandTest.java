package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCommandTest {

    @TempDir
    Path data;

    private String said = "";

    private int sextant(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(words));
        return execute(arguments);
    }

    private int execute(List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = SextantCommand.execute(arguments.toArray(new String[0]), out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int typing(String text, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return sextant(words);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void fromAnEmptyFolderToAServedDesk() throws Exception {
        assertThat(sextant("engine", "--port", "0")).isEqualTo(ExitCode.FILE);
        assertThat(said).contains("sextant engine certificates make --host NAME");

        assertThat(sextant("engine", "certificates", "make", "--host", "localhost"))
                .as(said)
                .isZero();
        assertThat(said).contains("ca.crt.pem").containsPattern("([0-9a-f]{2}:){31}[0-9a-f]{2}");
        assertThat(sextant("engine", "users", "add", "ada", "--role", "admin"))
                .as(said)
                .isZero();
        Path bundle = data.resolve("ada.p12");
        assertThat(sextant("engine", "certificates", "user", "ada", "--out", bundle.toString()))
                .as(said)
                .isZero();
        assertThat(bundle).isNotEmptyFile();
        assertThat(said).contains("told this once");
        assertThat(sextant("engine", "certificates", "user", "ada", "--pem", "--out", data.toString()))
                .as(said)
                .isZero();
        assertThat(data.resolve("ada.crt.pem")).content().contains("BEGIN CERTIFICATE");
        assertThat(data.resolve("ada.key.pem")).content().contains("BEGIN PRIVATE KEY");

        Path config = data.resolve("engine.yaml");
        Files.writeString(config, "data: " + data + "\nport: 0\nfor: 1s\nspeed: max\n");
        assertThat(execute(List.of("engine", "--config", config.toString())))
                .as(said)
                .isZero();
        assertThat(said).contains("Served at https://127.0.0.1:").contains("to 1 users");
        assertThat(data.resolve("simulated")).isDirectory();
    }

    @Test
    void aConfigurationWithAWordThatNobodyKnowsIsRefusedWithWhatThereIs() throws Exception {
        Path config = data.resolve("engine.yaml");
        Files.writeString(config, "prot: 8443\n");

        assertThat(sextant("engine", "--config", config.toString())).isEqualTo(ExitCode.FILE);
        assertThat(said).contains("\"prot\"").contains("port").doesNotContain("requests-at");

        Files.writeString(config, "port: [\n");
        assertThat(sextant("engine", "--config", config.toString())).isEqualTo(ExitCode.FILE);
        assertThat(said).contains("no YAML");
    }

    @Test
    void usersAreAddedChangedAndShutOut() {
        assertThat(sextant("engine", "users")).isZero();
        assertThat(said).contains("Nobody yet");
        assertThat(sextant("engine", "users", "add", "bob", "--role", "view")).isZero();
        assertThat(sextant("engine", "users", "add", "bob", "--role", "view")).isEqualTo(ExitCode.REFUSED);
        assertThat(sextant("engine", "users", "add", "b b", "--role", "view")).isEqualTo(ExitCode.REFUSED);
        assertThat(typing("short\nshort\n", "engine", "users", "password", "bob"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(typing("a long enough one\nanother one quite\n", "engine", "users", "password", "bob"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(typing("a long enough one\na long enough one\n", "engine", "users", "password", "bob"))
                .as(said)
                .isZero();
        assertThat(sextant("engine", "users", "role", "bob", "trade")).isZero();
        assertThat(sextant("engine", "users")).isZero();
        assertThat(said).containsPattern("bob +trade +yes +0").doesNotContain("long enough");
        assertThat(data.resolve("server/users.json"))
                .content()
                .doesNotContain("long enough")
                .contains("$argon2id$");
        assertThat(sextant("engine", "users", "remove", "bob")).isZero();
        assertThat(sextant("engine", "users", "remove", "bob")).isEqualTo(ExitCode.REFUSED);
    }
}
