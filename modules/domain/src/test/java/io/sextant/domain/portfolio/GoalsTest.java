package io.sextant.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoalsTest {

    @Test
    void comeBackFromSettingsAsTheyWere() {
        Goals goals = new Goals(7, 0.3, Set.of("BTC-USDT", "ETH-USDT"), Set.of("DOGE-USDT"), Set.of("coal"));

        assertThat(Goals.of(goals.settings())).isEqualTo(goals);
        assertThat(Goals.of(Map.of()).excluded()).isEmpty();
    }

    @Test
    void whoBearsMoreOrLongerIsLessAverse() {
        assertThat(new Goals(10, 0, Set.of(), Set.of(), Set.of()).riskAversion())
                .isCloseTo(20, within(1e-12));
        assertThat(new Goals(10, 1, Set.of(), Set.of(), Set.of()).riskAversion())
                .isCloseTo(1, within(1e-12));
        assertThat(new Goals(1, 1, Set.of(), Set.of(), Set.of()).riskAversion())
                .isGreaterThan(new Goals(5, 1, Set.of(), Set.of(), Set.of()).riskAversion());
        assertThat(Goals.appetiteOf(1, 1)).isZero();
        assertThat(Goals.appetiteOf(5, 3, 1)).isCloseTo(0.5, within(1e-12));
        assertThatThrownBy(() -> Goals.appetiteOf(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Goals.of(Map.of("goals.appetite", "much"))).hasMessageContaining("'much'");
    }
}
