package io.sextant.exchange.port;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** All that an account holds of a currency, in use or not. {@code decimals} is how exactly the venue counts it, where it says so. */
public record AccountBalance(String currency, BigDecimal total, OptionalInt decimals) {

    public AccountBalance(String currency, BigDecimal total) {
        this(currency, total, OptionalInt.empty());
    }
}
