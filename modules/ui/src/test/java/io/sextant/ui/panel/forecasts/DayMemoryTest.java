package io.sextant.ui.panel.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayMemoryTest {

    private static final long HOUR_NANOS = 60 * SampleBoard.MINUTE_NANOS;

    private final DayMemory memory = new DayMemory();

    private Optional<DayMemory.Said> see(int hour, String champion) {
        return memory.see(SampleBoard.ready(hour * HOUR_NANOS, 50_000 + hour, champion, Optional.empty()));
    }

    @Test
    void tellsWhatWasSaidADayBefore() {
        assertThat(see(100, SampleBoard.BOOSTED)).isEmpty();
        assertThat(see(101, SampleBoard.LINEAR)).isEmpty();
        assertThat(see(123, SampleBoard.LINEAR)).isEmpty();
        DayMemory.Said said = see(124, SampleBoard.LINEAR).orElseThrow();
        assertThat(said.model()).isEqualTo("boosted");
        assertThat(said.verdict()).isEqualTo(Verdict.WORSE_THAN_NAIVE);
        assertThat(said.origin()).isEqualTo(50_100);
        // The sample's middle moves by its slope in basis points a bar.
        assertThat(said.changeBps()).isCloseTo(-0.7, within(1e-9));
        assertThat(see(125, SampleBoard.LINEAR).orElseThrow().model()).isEqualTo("linear");
    }

    @Test
    void claimsNothingAboutADayThatItDidNotSee() {
        see(100, SampleBoard.LINEAR);
        assertThat(see(140, SampleBoard.LINEAR)).isEmpty();
        assertThat(memory.see(SampleBoard.without(ForecastBoard.State.LEARNING, 300)))
                .isEmpty();
    }

    @Test
    void forgetsAMarketThatBeganAnew() {
        see(200, SampleBoard.LINEAR);
        assertThat(see(100, SampleBoard.LINEAR)).isEmpty();
        assertThat(see(224, SampleBoard.LINEAR)).isEmpty();
    }
}
