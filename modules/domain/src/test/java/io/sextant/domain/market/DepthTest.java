package io.sextant.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DepthTest {

    @Test
    void listsTheBestFirstOnBothSides() {
        Depth depth = new Depth(levels("100", "99.95", "99.9"), levels("100.05", "100.1", "101"));
        assertThat(depth.bids().getFirst().price()).isEqualTo(Price.parse("100"));

        assertThatThrownBy(() -> new Depth(levels("99", "100"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Depth(List.of(), levels("101", "100")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Depth(levels("99", "99"), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<DepthLevel> levels(String... prices) {
        return Stream.of(prices)
                .map(price -> new DepthLevel(Price.parse(price), Quantity.parse("1"), Quantity.ZERO))
                .toList();
    }
}
