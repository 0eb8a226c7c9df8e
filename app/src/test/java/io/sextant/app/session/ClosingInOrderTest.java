package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingInOrderTest {

    private final List<String> closed = new ArrayList<>();

    private Runnable part(String name) {
        return () -> closed.add(name);
    }

    private Runnable broken(String name) {
        return () -> {
            closed.add(name);
            throw new IllegalStateException(name);
        };
    }

    @Test
    void closesAllInOrderWhateverFailsAndTellsOfEachFailure() {
        Throwable failure = catchThrowable(() -> ClosingInOrder.all(
                part("strategies"), broken("alerts"), part("engine"), broken("market"), part("store")));
        assertThat(closed).containsExactly("strategies", "alerts", "engine", "market", "store");
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("alerts");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(one -> assertThat(one).hasMessage("market"));
    }

    @Test
    void isQuietWhereNothingFails() {
        ClosingInOrder.all(part("engine"), part("store"));
        assertThat(closed).containsExactly("engine", "store");
    }
}
