package io.sextant.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.portfolio.RebalanceHabit.Every;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebalanceHabitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void withoutAHabitItIsAlwaysDone() {
        assertThat(RebalanceHabit.NONE.isDue(DAY, 0)).isTrue();
    }

    @Test
    void aBandWaitsUntilAWeightIsFartherAway() {
        RebalanceHabit habit = new RebalanceHabit(0.05, Every.NEVER, Optional.empty());
        assertThat(habit.isDue(DAY, 0.05)).isFalse();
        assertThat(habit.isDue(DAY, 0.051)).isTrue();
    }

    @Test
    void aDayIsDueWhateverTheDriftAndCountsFromTheLast() {
        RebalanceHabit habit = new RebalanceHabit(0.05, Every.MONTH, Optional.empty());
        assertThat(habit.isDue(DAY, 0)).as("never done").isTrue();
        RebalanceHabit done = habit.doneOn(DAY);
        assertThat(done.due()).contains(LocalDate.of(2026, 2, 28));
        assertThat(done.isDue(LocalDate.of(2026, 2, 27), 0.01)).isFalse();
        assertThat(done.isDue(LocalDate.of(2026, 2, 28), 0.01)).isTrue();
        assertThat(done.isDue(LocalDate.of(2026, 2, 1), 0.2)).isTrue();
    }

    @Test
    void comesBackFromSettingsAsItWas() {
        RebalanceHabit habit = new RebalanceHabit(0.03, Every.QUARTER, Optional.of(DAY));
        assertThat(RebalanceHabit.of(habit.settings())).isEqualTo(habit);
        assertThat(RebalanceHabit.of(Map.of())).isEqualTo(RebalanceHabit.NONE);
        assertThatThrownBy(() -> new RebalanceHabit(1, Every.NEVER, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
