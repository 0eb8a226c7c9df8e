package io.sextant.app.cli;

import io.sextant.analytics.estimation.ErrorLaw;
import io.sextant.analytics.estimation.GarchEstimation;
import io.sextant.analytics.estimation.GarchFit;
import io.sextant.analytics.estimation.VolatilityModel;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How volatile returns are, and will be. */
@Command(
        name = "garch",
        mixinStandardHelpOptions = true,
        description = "Fits a model of changing volatility to returns and tells the sigmas to come.")
final class FitGarchCommand implements Callable<Integer> {

    private static final int STEPS_MAX = 10_000;

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    FittedColumn from = new FittedColumn();

    @Option(
            names = "--dist",
            paramLabel = "normal|t",
            converter = LawConverter.class,
            description =
                    "How surprises are distributed; t is Student's, scaled to unit variance. normal if not given.")
    ErrorLaw law = ErrorLaw.NORMAL;

    @Option(
            names = "--model",
            paramLabel = "garch|gjr|egarch",
            converter = ModelConverter.class,
            description =
                    "How variance follows from the past; in gjr and egarch losses may weigh more. garch if not given.")
    VolatilityModel model = VolatilityModel.GARCH;

    @Option(names = "--horizon", paramLabel = "N", description = "How many sigmas to come; 10 if not given.")
    int horizon = 10;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        if (horizon < 1 || horizon > STEPS_MAX) {
            throw new RefusedByRule("The horizon is 1 to " + STEPS_MAX + " steps, not " + horizon + ".");
        }
        FittedColumn.Values read = from.read();
        GarchFit fit;
        try {
            fit = GarchEstimation.fit(read.values(), model, law);
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule("This cannot be fitted: " + cannotBe.getMessage() + ".");
        }
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, answer(fit, read.dropped(from.ofPrices())));
            return ExitCode.OK;
        }
        for (String name : model.parameters(law)) {
            out.printf(Locale.ENGLISH, "%-6s %13.8f  +- %.8f%n", name, fit.get(name), fit.standardError(name));
        }
        out.printf(Locale.ENGLISH, "log-likelihood %.4f of %,d returns%n", fit.logLikelihood(), fit.sigmas().length);
        out.printf(Locale.ENGLISH, "next sigmas %s%n", Arrays.toString(fit.forecastSigma(horizon)));
        out.flush();
        return ExitCode.OK;
    }

    private Map<String, Object> answer(GarchFit fit, int dropped) {
        Map<String, Object> answer = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        List<String> names = model.parameters(law);
        for (String name : names) {
            answer.put(name, fit.get(name));
            double error = fit.standardError(name);
            errors.put(name, Double.isFinite(error) ? error : null);
        }
        if (law == ErrorLaw.NORMAL) {
            answer.put("shape", null);
        }
        answer.put("standardErrors", errors);
        answer.put("logLikelihood", fit.logLikelihood());
        answer.put("forecastSigma", fit.forecastSigma(horizon));
        answer.put("persistence", fit.persistence());
        answer.put("aic", fit.aic());
        answer.put("bic", fit.bic());
        answer.put("observations", fit.sigmas().length);
        answer.put("droppedRows", dropped);
        return answer;
    }

    static final class LawConverter implements ITypeConverter<ErrorLaw> {

        @Override
        public ErrorLaw convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "normal" -> ErrorLaw.NORMAL;
                case "t", "student" -> ErrorLaw.STUDENT;
                default -> throw new TypeConversionException("\"" + text + "\" is not one of normal and t");
            };
        }
    }

    static final class ModelConverter implements ITypeConverter<VolatilityModel> {

        @Override
        public VolatilityModel convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "garch" -> VolatilityModel.GARCH;
                case "gjr" -> VolatilityModel.GJR;
                case "egarch" -> VolatilityModel.EGARCH;
                default -> throw new TypeConversionException("\"" + text + "\" is not one of garch, gjr and egarch");
            };
        }
    }
}
