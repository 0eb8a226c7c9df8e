package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.HostedPosition;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.i18n.Texts;
import java.util.stream.Collectors;

/** What a person is asked before a strategy trades with real money or sells what it holds. */
final class Questions {

    private final Texts texts;

    Questions(Texts texts) {
        this.texts = texts;
    }

    String live(HostedStrategy one, String account) {
        return texts.get(
                "strategies.ask.live",
                one.terms().name(),
                account,
                one.terms().instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", ")),
                texts.figures().money(one.terms().capital()),
                texts.figures().money(one.terms().limits().largestOrder()),
                texts.figures().money(one.terms().limits().largestDayLoss()));
    }

    String close(HostedStrategy one) {
        String trades = one.positions().stream()
                .filter(each -> each.units() != 0)
                .map(this::trade)
                .collect(Collectors.joining(", "));
        return trades.isEmpty()
                ? texts.get("strategies.ask.withdraw", one.terms().name())
                : texts.get("strategies.ask.close", one.terms().name(), trades);
    }

    private String trade(HostedPosition held) {
        return texts.get(
                held.units() > 0 ? "strategies.ask.sell" : "strategies.ask.buy",
                HostingWords.trimmed(Math.abs(held.units()), texts.figures()),
                held.instrument().symbol(),
                texts.figures().money(held.worth().abs()));
    }
}
