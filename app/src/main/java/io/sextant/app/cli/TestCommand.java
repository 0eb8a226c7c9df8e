package io.sextant.app.cli;

import io.sextant.analytics.estimation.EngleGranger;
import io.sextant.analytics.estimation.HaugMichelis;
import io.sextant.analytics.estimation.Johansen;
import io.sextant.analytics.statistics.AugmentedDickeyFuller;
import io.sextant.analytics.statistics.CriticalValues;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.Kpss;
import io.sextant.analytics.statistics.LongRunVariance;
import io.sextant.analytics.statistics.PhillipsPerron;
import io.sextant.analytics.statistics.UnitRoot;
import io.sextant.marketdata.file.NumberTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Statistical tests of the columns of a file, values as given. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Tests whether series wander, return, or keep together.")
final class TestCommand extends SextantCommand.Part {

    /** What can be tested, by the word that people type. */
    private enum Question {
        ADF("adf"),
        KPSS("kpss"),
        PHILLIPS_PERRON("pp"),
        ENGLE_GRANGER("engle-granger"),
        JOHANSEN("johansen");

        private final String word;

        Question(String word) {
            this.word = word;
        }
    }

    @Spec
    @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "TEST",
            converter = QuestionConverter.class,
            description =
                    "adf, kpss or pp of one column; engle-granger of the first column on the rest; johansen of two or more.")
    Question question = Question.ADF;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "A table; plain, gz or zip.")
    Path csv = Path.of("");

    @Option(
            names = "--columns",
            required = true,
            split = ",",
            paramLabel = "NAME",
            description = "Which columns, by heading; by number, from 1, where there is no heading.")
    List<String> columns = List.of();

    @Option(
            names = "--lags",
            paramLabel = "K",
            description =
                    "adf, engle-granger: lagged differences, 1 if not given. johansen: order of the autoregression in levels,"
                            + " 2 if not given. kpss, pp: lags of the long-run variance, 4(n/100)^(1/4) if not given.")
    @Nullable Integer lags;

    @Option(
            names = "--det",
            paramLabel = "none|const|trend",
            converter = DeterministicConverter.class,
            description =
                    "adf, kpss, pp: what the series may return to. johansen: as ecdet of R's urca, const inside the relations."
                            + " engle-granger: always an intercept, and none in the residual test. const if not given.")
    Deterministic deterministic = Deterministic.CONSTANT;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        if (json || question == Question.JOHANSEN) {
            Json.print(Console.of(spec).out(), answer());
            return ExitCode.OK;
        }
        PrintWriter out = Console.of(spec).out();
        answer().forEach((key, value) -> out.printf(Locale.ENGLISH, "%-15s %s%n", key, value));
        out.flush();
        return ExitCode.OK;
    }

    private Map<String, Object> answer() {
        NumberTable table = NumberTable.read(csv);
        double[][] series = new double[columns.size()][];
        for (int i = 0; i < series.length; i++) {
            series[i] = table.numbers(columns.get(i).strip());
        }
        int dropped = dropIncomplete(series);
        Map<String, Object> answer;
        try {
            answer = switch (question) {
                case ADF -> unitRoot(AugmentedDickeyFuller.test(only(series), lagsOr(1), deterministic));
                case KPSS -> unitRoot(Kpss.test(only(series), lagsOr(shortLags(series[0].length)), deterministic));
                case PHILLIPS_PERRON -> phillipsPerron(only(series));
                case ENGLE_GRANGER -> engleGranger(series);
                case JOHANSEN -> johansen(series);
            };
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be tested: " + cannotBe.getMessage());
        }
        answer.put("droppedRows", dropped);
        return answer;
    }

    /** Rows in which a chosen column has no number count for nobody. */
    private static int dropIncomplete(double[][] series) {
        int rows = series[0].length;
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            int at = row;
            if (Arrays.stream(series).allMatch(each -> Double.isFinite(each[at]))) {
                for (double[] each : series) {
                    each[kept] = each[row];
                }
                kept++;
            }
        }
        int size = kept;
        Arrays.setAll(series, i -> Arrays.copyOf(series[i], size));
        return rows - kept;
    }

    private double[] only(double[][] series) {
        if (series.length != 1) {
            throw new IllegalArgumentException(question.word + " tests one column, not " + series.length);
        }
        return series[0];
    }

    private int lagsOr(int usual) {
        Integer given = lags;
        return given == null ? usual : given;
    }

    private static int shortLags(int observations) {
        return LongRunVariance.shortLags(observations);
    }

    private static Map<String, Object> unitRoot(UnitRoot result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statistic", result.statistic());
        answer.put("pValue", number(result.pValue()));
        answer.put("criticalValues", critical(result.criticalValues()));
        answer.put("lags", result.lags());
        answer.put("observations", result.observations());
        return answer;
    }

    private Map<String, Object> phillipsPerron(double[] values) {
        PhillipsPerron.Result result = PhillipsPerron.test(values, lagsOr(shortLags(values.length - 1)), deterministic);
        Map<String, Object> answer = unitRoot(result.tau());
        answer.put("zRho", result.rho());
        return answer;
    }

    private Map<String, Object> engleGranger(double[][] series) {
        if (deterministic == Deterministic.TREND) {
            throw new IllegalArgumentException(
                    "engle-granger has an intercept in its regression, none in its residual test, and no trend in either");
        }
        EngleGranger result = EngleGranger.test(series[0], Arrays.copyOfRange(series, 1, series.length), lagsOr(1));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("beta", result.beta().length == 1 ? (Object) result.beta()[0] : result.beta());
        answer.put("alpha", result.alpha());
        answer.put("statistic", result.statistic());
        answer.put("pValue", number(result.pValue()));
        answer.put("criticalValues", critical(result.criticalValues()));
        answer.put("halfLife", number(result.halfLife()));
        answer.put("rSquared", result.rSquared());
        answer.put("lags", result.lags());
        answer.put("observations", result.observations());
        return answer;
    }

    private Map<String, Object> johansen(double[][] series) {
        Johansen result = Johansen.test(series, lagsOr(2), deterministic, 0);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("eigenvalues", result.eigenvalues());
        answer.put("trace", result.trace());
        answer.put("maxEigen", result.maxEigen());
        answer.put("criticalTrace", numbers(result.criticalTrace()));
        answer.put("criticalMaxEigen", numbers(result.criticalMaxEigen()));
        if (deterministic == Deterministic.NONE) {
            answer.put("criticalTraceMhm", numbers(HaugMichelis.trace(series.length)));
            answer.put("criticalMaxEigenMhm", numbers(HaugMichelis.maxEigen(series.length)));
        }
        answer.put("criticalLevels", List.of("10pct", "5pct", "1pct"));
        answer.put("vectors", result.vectors());
        answer.put("lags", result.lags());
        answer.put("observations", result.observations());
        return answer;
    }

    private static Map<String, Object> critical(CriticalValues values) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("1pct", number(values.onePercent()));
        map.put("5pct", number(values.fivePercent()));
        map.put("10pct", number(values.tenPercent()));
        return map;
    }

    private static List<List<@Nullable Double>> numbers(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToObj(TestCommand::number).toList())
                .toList();
    }

    /** JSON knows no NaN and no infinity. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static final class QuestionConverter implements ITypeConverter<Question> {

        @Override
        public Question convert(String text) {
            for (Question each : Question.values()) {
                if (each.word.equals(text.toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            throw new TypeConversionException(
                    "There is no test " + text + "; there are adf, kpss, pp, engle-granger and johansen");
        }
    }

    static final class DeterministicConverter implements ITypeConverter<Deterministic> {

        @Override
        public Deterministic convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "none" -> Deterministic.NONE;
                case "const" -> Deterministic.CONSTANT;
                case "trend" -> Deterministic.TREND;
                default -> throw new TypeConversionException("\"" + text + "\" is not one of none, const and trend");
            };
        }
    }
}
