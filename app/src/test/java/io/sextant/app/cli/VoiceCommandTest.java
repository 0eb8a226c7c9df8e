package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class VoiceCommandTest {

    private static final Path SPEECH = Path.of("../modules/voice/src/test/resources/speech");

    @TempDir
    Path folder;

    private CliRun voice(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--data";
        all[1] = folder.resolve("data").toString();
        all[2] = "voice";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return CliRun.of(all);
    }

    @Test
    void aModelIsInstalledListedUsedAndRemoved() {
        CliRun none = voice("transcribe", wav("en-def-eead3a.wav"), "--lang", "en");
        assertThat(none.code()).isEqualTo(ExitCode.FILE);
        assertThat(none.err()).contains("No en speech model is installed").contains("voice install en");

        CliRun installed = voice("install", "en", "--from", SPEECH.resolve("en").toString(), "--json");
        assertThat(installed.code()).as(installed.err()).isZero();
        assertThat(installed.json().get("official").asBoolean()).isFalse();
        assertThat(voice("list", "--json")
                        .json()
                        .get("models")
                        .get(0)
                        .get("language")
                        .asString())
                .isEqualTo("en");

        CliRun heard = voice("transcribe", wav("en-def-eead3a.wav"), "--lang", "en", "--json");
        assertThat(heard.code()).as(heard.err()).isZero();
        JsonNode json = heard.json();
        assertThat(json.get("text").asString()).isEqualTo("buy ten bitcoin at market");
        assertThat(json.get("intent").asString()).isEqualTo("buy");
        assertThat(json.get("slots").get("instrument").asString()).isEqualTo("BTC-USDT");
        assertThat(json.get("slots").get("quantity").asString()).isEqualTo("10");
        assertThat(json.get("confidence").asDouble()).isBetween(0.7, 1.0);
        assertThat(heard.err()).isEmpty();

        assertThat(voice("remove", "en").code()).isZero();
        assertThat(voice("remove", "en").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void speechThatIsNoCommandHasNoIntentAndIsNoError() {
        CliRun heard = voice(
                "transcribe",
                wav("fr-def-6fbae1.wav"),
                "--lang",
                "en",
                "--model",
                SPEECH.resolve("en").toString(),
                "--json");

        assertThat(heard.code()).as(heard.err()).isZero();
        assertThat(heard.json().has("intent")).isTrue();
        assertThat(heard.json().get("intent").isNull()).isTrue();
        assertThat(heard.json().get("slots").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    vends la moitié de mes bitcoins | fr | sell | understood
                    what is the price of narwhal    | en | price | understood
                    backtest donchian breakout      | en | backtest | understood
                    the weather is fine             | en | | no-command
                    sell half of it                 | en | | no-instrument
                    """)
    void aTypedSentenceMeansTheSame(String sentence, String language, String intent, String reading) {
        JsonNode json =
                voice("understand", sentence, "--lang", language, "--json").json();

        assertThat(json.get("intent").isNull() ? null : json.get("intent").asString())
                .isEqualTo(intent);
        assertThat(json.get("reading").asString()).isEqualTo(reading);
    }

    @Test
    void whatCannotBeUsedIsToldByTheHousesExitCodes() throws IOException {
        String model = SPEECH.resolve("en").toString();
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");

        CliRun noSound = voice("transcribe", text.toString(), "--lang", "en", "--model", model);
        assertThat(noSound.code()).isEqualTo(ExitCode.FILE);
        assertThat(noSound.err()).contains("is no recording that can be read");
        CliRun noFile = voice("transcribe", folder.resolve("none.wav").toString(), "--lang", "en", "--model", model);
        assertThat(noFile.code()).isEqualTo(ExitCode.FILE);
        CliRun noModel = voice("transcribe", wav("en-def-eead3a.wav"), "--lang", "en", "--model", folder.toString());
        assertThat(noModel.code()).isEqualTo(ExitCode.FILE);
        assertThat(noModel.err()).contains("is no speech model");
        assertThat(voice("transcribe", wav("en-def-eead3a.wav"), "--lang", "de").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(voice("transcribe", wav("en-def-eead3a.wav")).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aDownloadThatIsNotTheOfficialModelIsNotInstalled() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] noZip = "this is no zip".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, noZip.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(noZip);
            }
        });
        server.start();
        try {
            CliRun run = voice(
                    "install",
                    "fr",
                    "--address",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/m.zip");

            assertThat(run.code()).isEqualTo(ExitCode.FILE);
            assertThat(voice("list").out()).contains("No model is installed");
        } finally {
            server.stop(0);
        }
    }

    private static String wav(String name) {
        return SPEECH.resolve("wav").resolve(name).toString();
    }
}
