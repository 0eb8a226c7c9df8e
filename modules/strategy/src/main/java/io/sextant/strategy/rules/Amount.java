package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import java.math.BigDecimal;

/** A number, or a parameter that stands for one. */
sealed interface Amount {

    double in(Choice choice);

    record Fixed(double value) implements Amount {

        @Override
        public double in(Choice choice) {
            return value;
        }

        @Override
        public String toString() {
            return plain(value);
        }
    }

    record Named(String parameter) implements Amount {

        @Override
        public double in(Choice choice) {
            return choice.number(parameter);
        }

        @Override
        public String toString() {
            return "$" + parameter;
        }
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
