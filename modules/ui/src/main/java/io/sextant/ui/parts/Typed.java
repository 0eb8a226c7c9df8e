package io.sextant.ui.parts;

import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;

/** Between what stands in a field and exact numbers. Empty is what cannot be read or does not fit. */
public final class Typed {

    private Typed() {}

    public static Optional<Quantity> quantity(String typed, Figures figures) {
        return figures.plain(typed).flatMap(plain -> {
            try {
                return Optional.of(Quantity.parse(plain));
            } catch (ArithmeticException | IllegalArgumentException doesNotFit) {
                return Optional.empty();
            }
        });
    }

    public static Optional<Price> price(String typed, Figures figures) {
        return figures.plain(typed).flatMap(plain -> {
            try {
                return Optional.of(Price.parse(plain));
            } catch (ArithmeticException | IllegalArgumentException doesNotFit) {
                return Optional.empty();
            }
        });
    }

    public static Optional<BigDecimal> number(String typed, Figures figures) {
        return figures.plain(typed).map(BigDecimal::new);
    }

    /** As the reader would type it: the language's decimal separator, no grouping, no trailing zeros. */
    public static String text(BigDecimal value, Language language) {
        char separator = DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return bare.toPlainString().replace('.', separator);
    }

    public static String text(Price price, Language language) {
        return text(BigDecimal.valueOf(price.units(), price.scale()), language);
    }

    public static String text(Quantity quantity, Language language) {
        return text(BigDecimal.valueOf(quantity.units(), quantity.scale()), language);
    }
}
