package io.sextant.ui.shell;

import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.SeatRole;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/** How fast a simulated or replayed market runs. */
final class MarketPace {

    static final List<Double> STEPS = List.of(1.0, 10.0, 60.0, ChangeMarketPace.UNLIMITED);

    private final EngineBridge engine;
    private final Texts texts;
    private final Toasts toasts;
    private final ObservableValue<DeskState> desk;
    private final BooleanBinding changeable;
    private final BooleanBinding paused;

    MarketPace(EngineBridge engine, Texts texts, Toasts toasts, ObservableValue<DeskState> desk) {
        this.engine = engine;
        this.texts = texts;
        this.toasts = toasts;
        this.desk = desk;
        changeable = Bindings.createBooleanBinding(
                () -> canChange(desk.getValue().mode())
                        && engine.barrier(SeatRole.ADMIN).isEmpty(),
                desk,
                engine.linkProperty());
        paused = Bindings.createBooleanBinding(() -> desk.getValue().paused(), desk);
    }

    private static boolean canChange(TradingMode mode) {
        return switch (mode) {
            case SIMULATED, PAPER -> true;
            case LIVE -> false;
        };
    }

    BooleanBinding changeableProperty() {
        return changeable;
    }

    BooleanBinding pausedProperty() {
        return paused;
    }

    double times() {
        return desk.getValue().timesRealTime();
    }

    void set(double timesRealTime) {
        submit(timesRealTime, false);
    }

    void togglePause() {
        submit(times(), !desk.getValue().paused());
    }

    void faster() {
        STEPS.stream().filter(step -> step > times()).findFirst().ifPresent(this::set);
    }

    void slower() {
        STEPS.reversed().stream().filter(step -> step < times()).findFirst().ifPresent(this::set);
    }

    /** How the reader calls a pace: 10×, max. */
    static String name(Texts texts, double timesRealTime) {
        if (Double.isInfinite(timesRealTime)) {
            return texts.get("shell.pace.unlimited");
        }
        Figures figures = texts.figures();
        int decimals = timesRealTime == Math.rint(timesRealTime) ? 0 : 1;
        return texts.get("shell.pace.times", figures.number(timesRealTime, decimals));
    }

    private void submit(double timesRealTime, boolean pause) {
        if (!changeable.get()) {
            toasts.info(texts.get("shell.pace.fixed.title"), texts.get("shell.pace.fixed.text"));
            return;
        }
        engine.submit(new ChangeMarketPace(timesRealTime, pause)).whenComplete((answer, failure) -> {
            switch (answer) {
                case null -> toasts.failed(failure);
                case Answer.Refused(var refusal) -> toasts.refused(refusal);
                case Answer.Done done -> {}
            }
        });
    }
}
