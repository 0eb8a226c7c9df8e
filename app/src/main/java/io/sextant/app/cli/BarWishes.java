package io.sextant.app.cli;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.AdjustedBars;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.calendar.FillPolicy;
import io.sextant.marketdata.calendar.SessionBars;
import io.sextant.marketdata.file.CorporateActionCsv;
import io.sextant.marketdata.quality.SessionGuess;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a reader may want of bars besides how they traded, and only on their word: adjusted prices, and gaps filled. */
final class BarWishes {

    /** Of filled bars; a gap of years in bars of a second would fill the memory instead. */
    private static final long MOST_BARS = 50_000_000;

    @Option(
            names = "--adjusted",
            paramLabel = "FILE.csv",
            description = "Adjust older prices and volumes for the splits and dividends in this file; its lines are"
                    + " 2014-06-09,split,7:1 and 2014-08-07,dividend,0.47, by ex-date.")
    @Nullable Path actions;

    @Option(
            names = "--fill",
            paramLabel = "HOW",
            converter = FillConverter.class,
            description = "What stands where the market was open and nothing traded: none (a gap is a gap, the usual),"
                    + " previous (a flat bar at the last close, volume 0) or nan (a row with blank cells).")
    FillPolicy fill = FillPolicy.LEAVE_GAPS;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            converter = QualityCommand.CalendarConverter.class,
            description = "With --fill, when the market trades: always, us, cme or fx; told by the bars if not given.")
    SessionChoice session = SessionChoice.TOLD_BY_BARS;

    boolean areNone() {
        return actions == null && fill == FillPolicy.LEAVE_GAPS;
    }

    /** Before bars are made coarser: a bar that an action falls into would mix prices of before and after it. */
    BarSeries adjusted(BarSeries bars) {
        Path file = actions;
        return file == null
                ? bars
                : AdjustedBars.of(bars, CorporateActionCsv.read(file)).adjusted();
    }

    /** {@code length} is empty for bars that the clock does not make, whose gaps nobody can tell. */
    BarSeries filled(BarSeries bars, Optional<BarLength> length) {
        if (fill == FillPolicy.LEAVE_GAPS || bars.isEmpty()) {
            return bars;
        }
        BarLength of = length.orElseThrow(
                () -> new RefusedByRule("Bars of trades, volume or money have no gaps that could be filled."));
        long span = bars.openTimeNanos()[bars.size() - 1] - bars.openTimeNanos()[0];
        if (span / of.nominalNanos() > MOST_BARS) {
            throw new RefusedByRule(String.format(
                    Locale.ENGLISH,
                    "Filled, these would be up to %,d bars, more than %,d; choose a shorter stretch or longer bars",
                    span / of.nominalNanos(),
                    MOST_BARS));
        }
        return SessionBars.filled(bars, of, SessionGuess.calendar(session, bars, of), fill);
    }

    static final class FillConverter implements ITypeConverter<FillPolicy> {

        @Override
        public FillPolicy convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "none" -> FillPolicy.LEAVE_GAPS;
                case "previous" -> FillPolicy.LAST_CLOSE;
                case "nan" -> FillPolicy.NOT_A_NUMBER;
                default ->
                    throw new TypeConversionException(
                            "\"" + text + "\" fills nothing; there are none, previous and nan");
            };
        }
    }
}
