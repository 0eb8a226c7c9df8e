package io.sextant.app.cli;

import io.sextant.risk.path.PathKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What else is wanted to know about a portfolio. */
final class RiskWishes {

    @Option(names = "--benchmark", paramLabel = "TICKER", description = "Tells the beta against this column.")
    @Nullable String benchmark;

    @Option(
            names = "--factors",
            paramLabel = "TICKERS",
            split = ",",
            description = "Tells how the portfolio follows these columns together.")
    List<String> factors = List.of();

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description =
                    "Sectors or other groups, JSON {\"AAPL\": \"Technology\"}: adds up weights and contributions.")
    @Nullable Path groups;

    @Option(
            names = "--watch",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "60",
            description = "Which correlations of the newest N returns (60 if not given) broke with those before.")
    @Nullable Integer watch;

    @Option(
            names = "--liquidity",
            paramLabel = "FILE",
            description = "What it costs to get out, JSON: {\"AAPL\": {\"spread\": 0.001, \"spreadDeviation\": 0.0005,"
                    + " \"periods\": 3}}; a number alone is the spread.")
    @Nullable Path liquidity;

    @Option(
            names = "--backtest",
            paramLabel = "WINDOW",
            arity = "0..1",
            fallbackValue = "250",
            description =
                    "Makes the forecast of each past period from the WINDOW returns before it (250 if not given) and"
                            + " counts what came true.")
    @Nullable Integer backtest;

    @Option(
            names = "--stress",
            description =
                    "What well-known crises would do, each ticker moving its beta to --benchmark times as far as the"
                            + " index did; beta 1 without a benchmark.")
    boolean stress;

    @Option(
            names = "--reverse",
            paramLabel = "LOSS",
            description = "Which joint move most likely loses this fraction, for example 0.2.")
    @Nullable Double reverse;

    @Option(
            names = "--outlook",
            paramLabel = "MODEL",
            converter = KindConverter.class,
            description =
                    "Draws futures: bootstrap, garch, regimes or jumps; with --ahead, --paths, --seed, --threads.")
    @Nullable PathKind outlook;

    @Option(names = "--ahead", paramLabel = "N", description = "Periods of the outlook; 252 if not given.")
    int ahead = 252;

    @Option(
            names = "--ruin",
            paramLabel = "SHARE",
            description = "Of the value: how likely it is ever to be below in the outlook; 0.5 if not given.")
    double ruin = 0.5;

    @Option(
            names = "--volatility",
            description =
                    "Tomorrow's volatility by a mixture of hidden states and by GARCH, and which of them foresaw the"
                            + " past better (QLIKE).")
    boolean volatility;

    static final class KindConverter implements ITypeConverter<PathKind> {

        @Override
        public PathKind convert(String text) {
            return Arrays.stream(PathKind.values())
                    .filter(kind -> kind.label().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not one of "
                            + Arrays.stream(PathKind.values())
                                    .map(PathKind::label)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
