package io.sextant.domain.position;

import io.sextant.domain.money.Money;
import java.util.List;

/**
 * The money side of the desk. Amounts other than {@code cash} are in the reporting currency; {@code rates} say how other
 * currencies were turned into it.
 */
public record Account(
        List<Money> cash,
        List<ConversionRate> rates,
        Money equity,
        Money equityAtStart,
        Money equityAtDayStart,
        Money realised,
        Money unrealised,
        Money fees,
        Money grossExposure,
        Money netExposure,
        Money freeFunds) {

    public Account {
        cash = List.copyOf(cash);
        rates = List.copyOf(rates);
        for (Money amount : List.of(
                equityAtStart, equityAtDayStart, realised, unrealised, fees, grossExposure, netExposure, freeFunds)) {
            amount.requireCurrency(equity.currency());
        }
    }

    public Money profitToday() {
        return equity.minus(equityAtDayStart);
    }

    public Money profitSinceStart() {
        return equity.minus(equityAtStart);
    }
}
