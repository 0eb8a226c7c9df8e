package io.sextant.ui.panel.riskmonitor;

import java.util.List;
import java.util.stream.DoubleStream;

/** Scenarios as a table for other programs: points in numbers, commas between columns, in every language the same. */
final class ScenarioTable {

    private static final String HEAD =
            "scenario,priceMove,volatilityFactor,correlationToOne,result,value,var,cvar,lowerAfterYearChance,worthAfterYear5Percent";

    private ScenarioTable() {}

    static String csv(List<WhatIfPane.Line> lines) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (WhatIfPane.Line line : lines) {
            text.append('"').append(line.name().replace("\"", "\"\"")).append('"');
            DoubleStream.of(
                            line.told().shock().priceMove(),
                            line.told().shock().volatilityFactor(),
                            line.told().shock().correlationToOne(),
                            line.told().result(),
                            line.told().value(),
                            line.told().normal().valueAtRisk(),
                            line.told().normal().expectedShortfall(),
                            line.told().lossChance(),
                            line.told().fan().last(WhatIfPane.POOR))
                    .forEach(value -> text.append(',').append(Double.isFinite(value) ? Double.toString(value) : ""));
            text.append('\n');
        }
        return text.toString();
    }
}
