package io.sextant.app.session;

import static io.sextant.app.session.PastReach.DAYS_VARIABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastReachTest {

    @Test
    void aNewDeskGetsTwoYearsUnlessOneSaysOtherwise() {
        assertThat(PastReach.of(Map.of())).isEqualTo(new PastReach(730, 60));
        assertThat(PastReach.of(Map.of(DAYS_VARIABLE, " "))).isEqualTo(PastReach.USUAL);
    }

    @Test
    void minutesReachNoFurtherThanHours() {
        assertThat(PastReach.of(Map.of(DAYS_VARIABLE, "7"))).isEqualTo(new PastReach(7, 7));
        assertThat(PastReach.of(Map.of(DAYS_VARIABLE, " 365 "))).isEqualTo(new PastReach(365, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "7301", "2y", "1.5", "99999999999"})
    void refusesWhatIsNoNumberOfDays(String wanted) {
        assertThatThrownBy(() -> PastReach.of(Map.of(DAYS_VARIABLE, wanted)))
                .isInstanceOf(SessionProblem.class)
                .hasMessageContaining("from 1 to 7300");
    }
}
