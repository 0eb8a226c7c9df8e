package io.sextant.ui.panel.lab.rules;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.rules.RuleLine.Relation;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleTrouble;
import io.sextant.domain.rules.RuleTrouble.Code;
import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of rules in the reader's language; in the fields they stand as files hold them. */
record RuleWords(Texts texts) {

    private static final List<String> PRICES = List.of("close", "open", "high", "low", "volume");
    private static final List<String> FIRST = List.of("sma", "ema", "rsi", "macd", "bbands", "atr");
    private static final String FEATURE = "feature:";

    String relation(Relation relation) {
        return texts.get("rules.relation." + relation.name());
    }

    String regime(RegimeName regime) {
        return texts.get("journal.regime." + regime.name());
    }

    /** All that a value can be, the usual ones first. */
    List<String> values(RuleSheet sheet) {
        List<String> values = new ArrayList<>(PRICES);
        sheet.settings().stream()
                .map(RuleSheet.Setting::name)
                .filter(name -> !name.isBlank())
                .forEach(name -> values.add("$" + name));
        values.add("close 1 bar ago");
        FIRST.forEach(code -> IndicatorCatalog.find(code).ifPresent(kind -> add(values, kind)));
        values.add("forecast");
        IndicatorCatalog.all().stream()
                .filter(kind -> !FIRST.contains(kind.code()))
                .forEach(kind -> add(values, kind));
        FeatureCatalog.all().stream().map(Feature::name).forEach(name -> values.add(FEATURE + name));
        return values;
    }

    private static void add(List<String> values, IndicatorKind kind) {
        String usual = IndicatorSpec.usual(kind).toString();
        if (kind.outputs().size() == 1) {
            values.add(usual);
        } else {
            kind.outputs().forEach(output -> values.add(usual + "." + output));
        }
    }

    /** A value and what it is. */
    String value(String written) {
        return said(written).map(words -> written + "  " + words).orElse(written);
    }

    private Optional<String> said(String written) {
        if (written.endsWith(" ago")) {
            return Optional.of(texts.get("rules.value.ago"));
        }
        if (written.startsWith("$")) {
            return Optional.of(texts.get("rules.value.setting"));
        }
        if (written.startsWith(FEATURE)) {
            return Optional.of(texts.get("rules.value.feature"));
        }
        String code = written.split("[:.]", 2)[0];
        return texts.find("rules.value." + code).or(() -> texts.find("studies.kind." + code));
    }

    /** What is wrong, in a sentence. */
    String trouble(RuleTrouble of) {
        return of.code() == Code.WRITTEN_WRONGLY
                ? of.sentence()
                : texts.get(
                        "rules.trouble." + of.code().name(),
                        of.words().stream().map(texts::localised).toArray());
    }
}
