package io.sextant.engine.hosting;

import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy and its shadow are told at the end of a bar: what the desk told then, to both alike. Whoever asks first waits until the desk
 * has looked at that bar, so a strategy is never told of an earlier one because it was quick, nor of a later one because it was slow.
 */
final class ToldWorld implements SeatWorld {

    private final HostWorld desk;
    private final List<InstrumentId> instruments;
    private final Timeframe timeframe;
    private final Needs needs;
    private final Map<Integer, Told<Outlook>> outlooks = new HashMap<>();
    private final Map<Integer, Told<RegimeName>> regimes = new HashMap<>();
    private final ConcurrentHashMap<InstrumentId, HostedOutlook> shown;

    private record Told<T>(long endNanos, Optional<T> what) {}

    /** @param shown what people see of it, by instrument */
    ToldWorld(HostWorld desk, HostingTerms terms, Needs needs, ConcurrentHashMap<InstrumentId, HostedOutlook> shown) {
        this.desk = desk;
        instruments = terms.instruments();
        timeframe = terms.timeframe();
        this.needs = needs;
        this.shown = shown;
    }

    @Override
    public @Nullable Outlook outlook(int instrument, long nanos) {
        return told(
                        needs.forecast(),
                        outlooks,
                        instrument,
                        nanos,
                        end -> desk.outlook(instruments.get(instrument), timeframe, end))
                .orElse(null);
    }

    @Override
    public @Nullable RegimeName regime(int instrument, long nanos) {
        return told(
                        needs.regime(),
                        regimes,
                        instrument,
                        nanos,
                        end -> desk.regime(instruments.get(instrument), timeframe, end))
                .orElse(null);
    }

    private interface Asking<T> {
        CompletionStage<Optional<T>> asOf(long endNanos);
    }

    private <T> Optional<T> told(
            boolean isNeeded, Map<Integer, Told<T>> newest, int instrument, long nanos, Asking<T> asking) {
        if (!isNeeded) {
            return Optional.empty();
        }
        Told<T> known = newest.get(instrument);
        if (known == null || known.endNanos() != nanos) {
            known = new Told<>(nanos, await(() -> asking.asOf(deskEnd(nanos))));
            newest.put(instrument, known);
            show(instrument, nanos);
        }
        return known.what();
    }

    /** When the desk counts the bar as over that ended then: it reckons with bars of one length, also where months have another. */
    private long deskEnd(long endNanos) {
        return timeframe.startOf(endNanos - 1) + timeframe.nominalNanos();
    }

    private static <T> T await(Supplier<CompletionStage<T>> asked) {
        try {
            return asked.get().toCompletableFuture().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the strategy was stopped");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void show(int instrument, long nanos) {
        InstrumentId id = instruments.get(instrument);
        Told<Outlook> outlook = outlooks.get(instrument);
        Told<RegimeName> regime = regimes.get(instrument);
        shown.put(
                id,
                new HostedOutlook(
                        id,
                        needs.forecast(),
                        outlook == null ? Optional.empty() : outlook.what().map(ToldWorld::expected),
                        needs.regime(),
                        regime == null ? Optional.empty() : regime.what(),
                        nanos));
    }

    private static HostedOutlook.Expected expected(Outlook of) {
        return new HostedOutlook.Expected(
                of.logReturn(), of.lowLogReturn(), of.highLogReturn(), of.verdict(), of.model());
    }
}
