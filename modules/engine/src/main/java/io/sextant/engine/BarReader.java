package io.sextant.engine;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.BarReadings;
import io.sextant.domain.request.Query;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.calendar.TradingCalendar;
import io.sextant.marketdata.quality.SessionGuess;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** Answers for bars in the way that the asker wants them: raw or adjusted, around the clock or of regular hours. */
final class BarReader {

    /** Adjusted prices are a series of their own beside the raw one. */
    private static final String ADJUSTED = ".ADJ";

    /** So many of the newest bars tell which hours a market keeps: some weeks of minutes. */
    private static final int BARS_THAT_TELL = 20_000;

    private final InstrumentCatalog instruments;
    private final BarArchive archive;
    private final BarHistory history;
    private final BiFunction<InstrumentId, Timeframe, CompletableFuture<BarSeries>> newest;
    private final Executor blocking;

    /** {@code newest} tells the bars that the loop has in memory, the last one forming; {@code blocking} may wait. */
    BarReader(
            InstrumentCatalog instruments,
            BarArchive archive,
            BarHistory history,
            BiFunction<InstrumentId, Timeframe, CompletableFuture<BarSeries>> newest,
            Executor blocking) {
        this.instruments = instruments;
        this.archive = archive;
        this.history = history;
        this.newest = newest;
        this.blocking = blocking;
    }

    CompletableFuture<BarSeries> read(Query.Bars query) {
        if (query.reading().adjusted()) {
            return CompletableFuture.supplyAsync(
                    () -> findAdjusted(query.instrument())
                            .map(adjusted -> archived(adjusted, query))
                            .orElse(BarSeries.EMPTY),
                    blocking);
        }
        if (!instruments.contains(query.instrument())) {
            return CompletableFuture.supplyAsync(() -> archived(query.instrument(), query), blocking);
        }
        SessionChoice hours = query.reading().hours();
        Timeframe base = hours == SessionChoice.ALWAYS
                ? BarHistory.base(query.timeframe())
                : finer(query.timeframe(), Timeframe.M1);
        return newest.apply(query.instrument(), base)
                .thenApplyAsync(
                        live -> hours == SessionChoice.ALWAYS
                                ? history.before(
                                        query.instrument(), query.timeframe(), query.beforeNanos(), query.limit(), live)
                                : regular(
                                        query,
                                        base,
                                        (before, limit) ->
                                                history.before(query.instrument(), base, before, limit, live)),
                        blocking);
    }

    CompletableFuture<BarReadings> readings(InstrumentId instrument) {
        return CompletableFuture.supplyAsync(
                () -> new BarReadings(
                        findAdjusted(instrument).isPresent(),
                        instruments
                                .findInstrument(instrument)
                                .map(BarReader::hours)
                                .orElseGet(() -> told(instrument))),
                blocking);
    }

    private BarSeries archived(InstrumentId stored, Query.Bars query) {
        if (query.reading().hours() == SessionChoice.ALWAYS) {
            return history.archived(stored, query.timeframe(), query.beforeNanos(), query.limit());
        }
        BarLength wanted = BarLength.of(query.timeframe());
        return archive.timeframes(stored).stream()
                .filter(RegularHours::isFine)
                .filter(one -> one == query.timeframe() || BarLength.of(one).tiles(wanted))
                .max(Comparator.naturalOrder())
                .map(base -> regular(query, base, (before, limit) -> archive.readBefore(stored, base, before, limit)))
                .orElse(BarSeries.EMPTY);
    }

    private static BarSeries regular(Query.Bars query, Timeframe base, RegularHours.Fine fine) {
        return RegularHours.before(
                fine,
                base,
                query.timeframe(),
                query.beforeNanos(),
                query.limit(),
                calendar(query.reading().hours()));
    }

    private Optional<InstrumentId> findAdjusted(InstrumentId instrument) {
        return Optional.of(instrument.symbol() + ADJUSTED)
                .filter(InstrumentId::isSymbol)
                .map(InstrumentId::of)
                .filter(adjusted -> !archive.timeframes(adjusted).isEmpty());
    }

    private static SessionChoice hours(Instrument instrument) {
        return switch (instrument) {
            case SpotPair _ -> SessionChoice.ALWAYS;
            case Equity _, Index _, Option _ -> SessionChoice.US_EQUITIES;
            case Future _ -> SessionChoice.CME_FUTURES;
        };
    }

    private SessionChoice told(InstrumentId instrument) {
        return archive.timeframes(instrument).stream()
                .filter(RegularHours::isFine)
                .max(Comparator.naturalOrder())
                .map(timeframe -> SessionGuess.choice(SessionGuess.calendar(
                        SessionChoice.TOLD_BY_BARS,
                        archive.readBefore(instrument, timeframe, Long.MAX_VALUE, BARS_THAT_TELL),
                        BarLength.of(timeframe))))
                .orElse(SessionChoice.ALWAYS);
    }

    private static TradingCalendar calendar(SessionChoice hours) {
        return switch (hours) {
            case ALWAYS -> TradingCalendar.ALWAYS;
            case US_EQUITIES -> TradingCalendar.US_EQUITIES;
            case CME_FUTURES -> TradingCalendar.CME_FUTURES;
            case CURRENCIES -> TradingCalendar.CURRENCIES;
            case TOLD_BY_BARS -> throw new IllegalArgumentException("bars are read of hours that are named");
        };
    }

    private static Timeframe finer(Timeframe one, Timeframe other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
