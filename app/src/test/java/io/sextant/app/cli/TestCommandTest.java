package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestCommandTest {

    @TempDir
    Path folder;

    private Path csv = Path.of("");

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** y keeps to 3 + 0.7 x; the third row has a gap. */
    @BeforeEach
    void writeWalks() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("date;\"y\";x\n");
        double x = 0;
        for (int i = 0; i < 600; i++) {
            x += random.nextGaussian();
            double y = 3 + 0.7 * x + random.nextGaussian();
            text.append("2020-01-01;").append(i == 2 ? "NA" : Double.toString(y));
            text.append(';').append(x).append('\n');
        }
        csv = folder.resolve("walks.csv");
        Files.writeString(csv, text);
    }

    private Result test(String question, String columns, String... more) {
        String[] start = {"test", question, "--csv", csv.toString(), "--columns", columns};
        String[] arguments = new String[start.length + more.length];
        System.arraycopy(start, 0, arguments, 0, start.length);
        System.arraycopy(more, 0, arguments, start.length, more.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SextantCommand.execute(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void engleGrangerTellsTheRelation() {
        Result result = test("engle-granger", "y,x", "--lags", "1", "--json");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode json = result.json();
        assertThat(json.get("beta").asDouble()).isCloseTo(0.7, within(0.05));
        assertThat(json.get("alpha").asDouble()).isCloseTo(3, within(0.7));
        assertThat(json.get("pValue").asDouble()).isLessThan(0.001);
        assertThat(json.get("statistic").asDouble())
                .isLessThan(json.get("criticalValues").get("1pct").asDouble());
        assertThat(json.get("halfLife").asDouble()).isBetween(0.3, 3.0);
        assertThat(json.get("droppedRows").asInt()).isEqualTo(1);
        assertThat(json.get("observations").asInt()).isEqualTo(599);
    }

    @Test
    void johansenHasAVectorForEachRankAndTheConstantInside() {
        JsonNode json = test("johansen", "y,x", "--lags", "2", "--det", "const", "--json")
                .json();

        assertThat(json.get("trace").size()).isEqualTo(2);
        assertThat(json.get("criticalTrace").get(0).get(1).asDouble()).isEqualTo(19.96);
        assertThat(json.get("trace").get(0).asDouble())
                .isEqualTo(
                        json.get("maxEigen").get(0).asDouble()
                                + json.get("maxEigen").get(1).asDouble(),
                        within(1e-9));
        JsonNode relation = json.get("vectors").get(0);
        assertThat(relation.get(0).asDouble()).isEqualTo(1);
        assertThat(relation.get(1).asDouble()).isCloseTo(-0.7, within(0.05));
        assertThat(relation.get(2).asDouble()).isCloseTo(-3, within(0.7));
        assertThat(test("johansen", "y,x", "--det", "none", "--json")
                        .json()
                        .get("vectors")
                        .get(0)
                        .size())
                .isEqualTo(2);
    }

    @Test
    void oneColumnTestsTakeOneColumn() {
        assertThat(test("adf", "x", "--json").json().get("pValue").asDouble()).isGreaterThan(0.05);
        assertThat(test("kpss", "x", "--det", "const", "--json")
                        .json()
                        .get("pValue")
                        .asDouble())
                .isEqualTo(0.01);
        assertThat(test("pp", "x", "--det", "trend").out()).contains("statistic", "zRho");
        assertThat(test("adf", "x,y").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void refusesInOneSentence() {
        assertThat(test("adf", "z")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(ExitCode.FILE);
            assertThat(result.err()).contains("There is no column z; the file has date, y, x");
        });
        assertThat(test("johansen", "x,x")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(result.err()).contains("combination");
            assertThat(result.out()).isEmpty();
        });
        assertThat(test("moon", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(test("adf", "x", "--det", "drift").code()).isEqualTo(ExitCode.USAGE);
    }
}
