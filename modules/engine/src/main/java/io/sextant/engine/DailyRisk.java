package io.sextant.engine;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Says, each time a day of the market begins while the desk is open, what is at risk on it, and has that kept. Through the engine's one door: a
 * journal of yesterday replays whatever is said today. A desk that holds nothing says nothing, but for the end of a day it spoke of.
 */
public final class DailyRisk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DailyRisk.class.getName());
    private static final long DAY_NANOS = Timeframe.D1.nominalNanos();

    private final EngineClient engine;
    private final String keyPrefix;
    private @Nullable Subscription subscription;
    private long seenDay = Long.MIN_VALUE;
    private volatile boolean closing;

    /** @param clock makes the keys of this process differ from those of the ones before it */
    public DailyRisk(EngineClient engine, Clock clock) {
        this.engine = engine;
        keyPrefix = "risk-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
    }

    public void begin() {
        subscription = engine.subscribe(new Topic.Desk(), this::look);
    }

    /** Only a day whose beginning was seen: of the rest of one nothing is known from whole days. */
    private synchronized void look(DeskState desk) {
        long day = Math.floorDiv(desk.marketNanos(), DAY_NANOS);
        boolean began = seenDay != Long.MIN_VALUE && day > seenDay;
        seenDay = Math.max(seenDay, day);
        if (began && !closing) {
            tell(day * DAY_NANOS, desk.account().equity().toDouble());
        }
    }

    private void tell(long dayNanos, double equity) {
        List<CompletableFuture<RiskBoard>> asked = ToldRisk.confidences().stream()
                .map(level -> engine.ask(new Query.Risk(level, RiskShock.NONE)).toCompletableFuture())
                .toList();
        CompletableFuture<Map<String, String>> settings =
                engine.ask(new Query.Settings()).toCompletableFuture();
        List<CompletableFuture<?>> all = new ArrayList<>(asked);
        all.add(settings);
        CompletionStage<?> kept = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    double[] values = asked.stream()
                            .mapToDouble(one -> tail(one.join()).valueAtRisk())
                            .toArray();
                    double[] shortfalls = asked.stream()
                            .mapToDouble(one -> tail(one.join()).expectedShortfall())
                            .toArray();
                    boolean before = ToldRisk.read(
                                    settings.join().getOrDefault(ToldRisk.settingOf(dayNanos - DAY_NANOS), ""))
                            .filter(one -> one.dayNanos() == dayNanos - DAY_NANOS && one.valuesAtRisk()[0] > 0)
                            .isPresent();
                    return before || values[0] > 0
                            ? engine.submit(
                                    new CommandKey(keyPrefix + dayNanos),
                                    new ChangeSetting(
                                            ToldRisk.settingOf(dayNanos),
                                            new ToldRisk(dayNanos, equity, values, shortfalls).text()))
                            : CompletableFuture.completedStage(null);
                });
        kept.whenComplete((answer, failure) -> {
            if (failure != null && !closing) {
                LOG.log(System.Logger.Level.WARNING, "what is at risk today was not kept", failure);
            }
        });
    }

    private static TailRisk tail(RiskBoard board) {
        return switch (board) {
            case RiskBoard.Measured measured -> measured.historical();
            case RiskBoard.NothingHeld nothing -> TailRisk.NONE;
            case RiskBoard.TooLittleHistory few -> TailRisk.NONE;
        };
    }

    @Override
    public void close() {
        closing = true;
        Subscription open = subscription;
        if (open != null) {
            open.close();
        }
    }
}
