package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskMending;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskForecastsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    Path folder;

    private DeskOptions options() {
        return new DeskOptions(
                Optional.of(folder),
                Optional.of(7L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DeskMending.NOTHING);
    }

    private static ForecastBoard ready(EngineClient engine) throws InterruptedException {
        ForecastBoard board = ask(engine);
        for (int i = 0; i < 1_200 && board.state() != ForecastBoard.State.READY; i++) {
            if (new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS)) {
                break;
            }
            board = ask(engine);
        }
        return board;
    }

    private static ForecastBoard ask(EngineClient engine) {
        return engine.ask(new Query.Forecasts(BTC, Timeframe.M1))
                .toCompletableFuture()
                .join();
    }

    @Test
    void aNewSimulatedDeskForecastsByItselfAndKeepsItsModels() throws InterruptedException {
        String champion;
        try (DeskSession desk = DeskSession.open(options(), told -> {})) {
            ForecastBoard board = ready(desk.client());
            assertThat(board.state()).as(board.toString()).isEqualTo(ForecastBoard.State.READY);
            assertThat(board.models().getFirst().card().model()).isEqualTo("naive");
            assertThat(board.models()).hasSizeGreaterThan(1);
            for (ModelForecast model : board.models()) {
                assertThat(model.skill().forecasts()).isGreaterThan(300);
                assertThat(model.skill().rmse()).isPositive();
                assertThat(model.reliability()).hasSize(7);
            }
            champion = board.champion().orElseThrow();
        }
        try (DeskSession desk = DeskSession.open(options(), told -> {})) {
            assertThat(ready(desk.client()).champion()).contains(champion);
        }
    }
}
