package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskRegimesTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    Path folder;

    private static RegimeBoard ask(EngineClient engine) {
        return engine.ask(new Query.Regimes(BTC, Timeframe.M5))
                .toCompletableFuture()
                .join();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 1_200 && !done.getAsBoolean(); i++) {
            if (new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void aSimulatedDeskTellsItsRegimesAndTheOneThatLeadsCapsIt() throws InterruptedException {
        DeskOptions options = new DeskOptions(
                Optional.of(folder),
                Optional.of(7L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DeskMending.NOTHING);
        try (DeskSession desk = DeskSession.open(options, told -> {})) {
            EngineClient engine = desk.client();
            until(() -> ask(engine).state() == RegimeBoard.State.READY);
            RegimeBoard.Present present = ask(engine).present().orElseThrow();
            assertThat(present.states().stream()
                            .mapToDouble(RegimeState::chance)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            until(() -> engine.ask(new Query.NewestEvents(200)).toCompletableFuture().join().stream()
                    .anyMatch(RegimeChanged.class::isInstance));

            engine.submit(
                            new CommandKey("lead"),
                            new ChangeSetting(RegimeSettings.GUIDE, new RegimeSettings.Guide(BTC, Timeframe.M5).text()))
                    .toCompletableFuture()
                    .join();
            until(() -> ExposureCap.parse(engine.ask(new Query.Settings())
                            .toCompletableFuture()
                            .join()
                            .getOrDefault(ExposureCap.SETTING, "off"))
                    .filter(cap -> cap.thenPercent() <= 100)
                    .isPresent());
        }
    }
}
