package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** News and macro series by the command line, against a web server on this machine. */
class SourceCommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body =
                    pages.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    private int sextant(String... arguments) {
        out.reset();
        err.reset();
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = folder.resolve("data").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return SextantCommand.execute(all, new PrintStream(out, true), new PrintStream(err, true));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    @Test
    void addsReadsAndForgetsANewsSource() {
        assertThat(sextant("news", "sources")).isZero();
        assertThat(said()).contains("There are no news sources");

        pages.put("/rss", "<rss><channel><item><guid>1</guid><title>Bitcoin rallies</title></item></channel></rss>");
        assertThat(sextant("news", "add", "Wire", at("/rss"))).isZero();
        assertThat(sextant("news", "fetch", "--json")).isZero();
        assertThat(said()).contains("\"outcome\" : \"READ\"", "\"result\" : \"1 headline\"");

        pages.remove("/rss");
        assertThat(sextant("news", "fetch", "Wire")).isEqualTo(ExitCode.FAILED);
        assertThat(said()).contains("FAILED: 127.0.0.1 answered with status 404");

        assertThat(sextant("news", "remove", "Wire")).isZero();
        assertThat(said()).contains("There are no news sources");
        assertThat(sextant("news", "remove", "Wire")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void takesNoKeyInAnAddressAndDoesNotRepeatIt() {
        assertThat(sextant("news", "add", "Api", "https://api.example/v2?apiKey=sesame", "--kind", "json"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("the address holds a key").doesNotContain("sesame");
        assertThat(sextant("news", "add", "Api", "https://api.example/v2", "--kind", "json", "--key", "sesame"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("say where the key is").doesNotContain("sesame");
        assertThat(sextant("news")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void importsASeriesAndTellsWhatWasKnownAtATime() throws IOException {
        Path file = Files.writeString(folder.resolve("GDP.csv"), """
                date,GDP,known
                2024-01-01,1.6,2024-04-25
                2024-01-01,1.3,2024-05-30
                2024-04-01,2.8,2024-07-25
                2024-07-01,.,2024-10-25
                oops,1,2024-10-25
                """);
        assertThat(sextant("macro", "import", file.toString(), "--dry-run", "--json"))
                .isZero();
        assertThat(said()).contains("\"added\" : 3", "\"revised\" : 1", "\"missing\" : 1", "\"dryRun\" : true");
        assertThat(complained()).contains("line 6 was set aside");
        assertThat(sextant("macro", "list")).isZero();
        assertThat(said()).contains("No macro series are stored");

        assertThat(sextant("macro", "import", file.toString())).isZero();
        assertThat(sextant("macro", "import", file.toString(), "--json")).isZero();
        assertThat(said()).as("twice stores nothing twice").contains("\"added\" : 0");
        assertThat(sextant("macro", "show", "GDP", "--at", "2024-05-01T00:00:00Z"))
                .isZero();
        assertThat(said()).contains("1.6").doesNotContain("1.3", "2.8");
        assertThat(sextant("macro", "show", "GDP", "--at", "2024-06-01T00:00:00Z", "--json"))
                .isZero();
        assertThat(said()).contains("1.3").doesNotContain("1.6", "2.8");
    }

    @Test
    void refusesAFileThatHidesWhenItsFiguresCameOut() throws IOException {
        Path file = Files.writeString(folder.resolve("rain.csv"), "date,rain\n2024-01-01,3\n");
        assertThat(sextant("macro", "import", file.toString())).isEqualTo(ExitCode.FILE);
        assertThat(complained()).contains("--lag");
        assertThat(sextant("macro", "import", file.toString(), "--lag", "P0D")).isZero();
        assertThat(sextant("macro", "show", "rain", "--at", "2024-01-01T23:59:59Z"))
                .isZero();
        assertThat(said()).contains("Nothing of rain was known");
        assertThat(sextant("macro", "show", "rain", "--at", "2024-01-02T00:00:00Z"))
                .isZero();
        assertThat(said()).contains("2024-01-01");
        assertThat(sextant("macro", "import", file.toString(), "--lag", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(sextant("macro", "import", folder.resolve("none.csv").toString(), "--lag", "P0D"))
                .isEqualTo(ExitCode.FILE);
    }

    @Test
    void fetchesAServiceWithItsRevisionsAndKeepsTheKeyToItself() throws IOException {
        pages.put("/fred/series/observations", """
                {"observations":[
                  {"realtime_start":"2024-02-13","date":"2024-01-01","value":"308.4"},
                  {"realtime_start":"2024-03-12","date":"2024-02-01","value":"310.3"}]}
                """);
        Path key = Files.writeString(folder.resolve("key"), "sesame\n");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(sextant(
                        "macro",
                        "add",
                        "CPI",
                        "--series",
                        "CPIAUCSL",
                        "--service",
                        at("/fred"),
                        "--key",
                        "file:" + key))
                .isZero();
        assertThat(sextant("macro", "fetch", "--json")).isZero();
        assertThat(said()).contains("\"added\" : 2").doesNotContain("sesame");
        assertThat(sextant("macro", "list", "--json")).isZero();
        assertThat(said())
                .contains("\"lastPeriod\" : \"2024-02-01\"", "CPIAUCSL")
                .doesNotContain("sesame");

        pages.clear();
        assertThat(sextant("macro", "fetch", "CPI")).isEqualTo(ExitCode.FAILED);
        assertThat(complained())
                .contains("CPI: 127.0.0.1 answered with status 404")
                .doesNotContain("sesame");
        assertThat(sextant("macro", "remove", "CPI")).isZero();
        assertThat(said()).as("what is stored stays").contains("CPI");
    }
}
