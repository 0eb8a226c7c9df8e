package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.WhatIfBoard.Case;
import io.sextant.domain.risk.WhatIfBoard.Trouble;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Scenarios as a table for other programs: points in numbers, commas between columns, in every language the same. */
final class ScenarioTable {

    private static final String HEAD =
            "scenario,priceMove,volatilityFactor,correlationToOne,market,mix,shares,trouble,result,value,var,cvar,lowerAfterYearChance,worthAfterYear5Percent,rateBasisPoints";

    private ScenarioTable() {}

    static String csv(List<WhatIfPane.Line> lines) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (WhatIfPane.Line line : lines) {
            text.append('"').append(line.name().replace("\"", "\"\"")).append('"');
            Case told = line.told();
            Supposition supposed = told.supposed();
            RiskShock shock = supposed.shock();
            numbers(text, shock.priceMove(), shock.volatilityFactor(), shock.correlationToOne());
            text.append(',').append(supposed.weather());
            text.append(',').append(supposed.findMix().map(WeightMethod::name).orElse(""));
            text.append(',').append(shares(supposed));
            text.append(',').append(told.trouble());
            boolean measured = told.trouble() == Trouble.NONE;
            numbers(text, told.result(), told.value());
            numbers(
                    text,
                    measured ? told.normal().valueAtRisk() : Double.NaN,
                    measured ? told.normal().expectedShortfall() : Double.NaN,
                    measured ? told.lossChance() : Double.NaN,
                    told.fan().last(WhatIfPane.POOR));
            text.append(',').append(supposed.rateBasisPoints());
            text.append('\n');
        }
        return text.toString();
    }

    private static void numbers(StringBuilder text, double... values) {
        DoubleStream.of(values)
                .forEach(value -> text.append(',').append(Double.isFinite(value) ? Double.toString(value) : ""));
    }

    private static String shares(Supposition supposed) {
        return supposed.shares().entrySet().stream()
                .map(share -> share.getKey().symbol() + "=" + share.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
