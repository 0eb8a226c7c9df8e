package io.sextant.strategy.rules;

import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.rules.RuleTrouble.Code;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.rules.Condition.Comparison;
import io.sextant.strategy.rules.Condition.InRegime;
import io.sextant.strategy.rules.Condition.Relation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code close crosses above sma:$slow}. */
final class ConditionReader {

    private static final Pattern REGIME = Pattern.compile("regime is (not )?([a-z-]+)");
    private static final Pattern COMPARISON =
            Pattern.compile("(\\S.*?) (crosses above|crosses below|<=|>=|<|>) (.*\\S)");
    private static final Pattern AGO = Pattern.compile("(\\S+) (\\d{1,4}) bars? ago");
    private static final Pattern WITH_OUTPUT = Pattern.compile("(.*)\\.([a-z][a-z0-9-]*)");
    private static final Pattern PARAMETER = Pattern.compile("\\$([a-z][a-z0-9-]*)");
    private static final Pattern INDICATOR = Pattern.compile("[a-z][a-z0-9-]*(:\\S*)?");
    private static final String FEATURE = "feature:";
    /** Stands where a value is still to be chosen. */
    static final String MISSING = "?";

    private final Set<String> parameters;

    ConditionReader(Set<String> parameters) {
        this.parameters = parameters;
    }

    Condition condition(String written) {
        String text = written.strip().replaceAll("\\s+", " ");
        Matcher regime = REGIME.matcher(text);
        if (regime.matches()) {
            return new InRegime(regime(regime.group(2)), regime.group(1) == null);
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            throw RuleFault.written("'" + text
                    + "' is no condition: write two values with <, <=, >, >=, 'crosses above' or 'crosses below' between them, or"
                    + " 'regime is range'");
        }
        return new Comparison(term(comparison.group(1)), relation(comparison.group(2)), term(comparison.group(3)));
    }

    private static RegimeName regime(String word) {
        return Arrays.stream(RegimeName.values())
                .filter(each -> InRegime.word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> RuleFault.written("there is no regime '" + word + "'; there are "
                        + Arrays.stream(RegimeName.values()).map(InRegime::word).collect(Collectors.joining(", "))));
    }

    private static Relation relation(String words) {
        return Arrays.stream(Relation.values())
                .filter(each -> each.toString().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private Term term(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            int bars = Integer.parseInt(ago.group(2));
            if (bars < 1) {
                throw new RuleFault(Code.BARS_AGO, "0 bars ago is now: leave it out");
            }
            return new Term.Ago(single(ago.group(1)), bars);
        }
        return single(text);
    }

    private Term single(String text) {
        if (text.equals(MISSING)) {
            throw new RuleFault(Code.MISSING_VALUE, "a value is still to be chosen in place of " + MISSING);
        }
        if (text.startsWith("$") || text.matches("[-+.0-9].*")) {
            return new Term.Constant(amount(text));
        }
        for (Term.Price price : Term.Price.values()) {
            if (price.toString().equals(text)) {
                return price;
            }
        }
        if (text.equals("forecast")) {
            return new Term.Forecast();
        }
        if (text.startsWith(FEATURE)) {
            String name = text.substring(FEATURE.length());
            if (FeatureCatalog.find(name).isEmpty()) {
                throw new RuleFault(Code.UNKNOWN_FEATURE, "there is no feature called '" + name + "'", name);
            }
            return new Term.FeatureValue(name);
        }
        return indicator(text);
    }

    /** A number, one with a percent sign, or a parameter. */
    Amount amount(String written) {
        String text = written.strip();
        Matcher parameter = PARAMETER.matcher(text);
        if (parameter.matches()) {
            return new Amount.Named(known(parameter.group(1)));
        }
        boolean isPercent = text.endsWith("%");
        String number = isPercent ? text.substring(0, text.length() - 1).strip() : text;
        if (!number.matches("[-+]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})")) {
            throw new RuleFault(Code.NO_NUMBER, "'" + text + "' is no number", text);
        }
        BigDecimal value = new BigDecimal(number);
        return new Amount.Fixed((isPercent ? value.movePointLeft(2) : value).doubleValue());
    }

    private String known(String name) {
        if (!parameters.contains(name)) {
            throw new RuleFault(Code.UNKNOWN_SETTING, "$" + name + " is not among the parameters", name);
        }
        return name;
    }

    private Term indicator(String text) {
        if (!INDICATOR.matcher(text).matches()) {
            throw new RuleFault(
                    Code.NO_VALUE,
                    "'" + text + "' is no value: write a number, $parameter, open, high, low, close, volume, forecast,"
                            + " an indicator as sma:20, or feature:name",
                    text);
        }
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            known(parameter.group(1));
        }
        String code = text.split("[:.]", 2)[0];
        if (IndicatorCatalog.find(code).isEmpty()) {
            throw new RuleFault(Code.UNKNOWN_INDICATOR, "there is no indicator called '" + code + "'", code);
        }
        Matcher output = WITH_OUTPUT.matcher(text);
        return output.matches()
                ? new Term.IndicatorValue(output.group(1), output.group(2))
                : new Term.IndicatorValue(text, "");
    }

    /** Refuses what the catalogue of indicators refuses. */
    static IndicatorSpec spec(Term.IndicatorValue term, Choice choice) {
        Matcher parameter = PARAMETER.matcher(term.spec());
        String text =
                parameter.replaceAll(found -> Matcher.quoteReplacement(Amount.plain(choice.number(found.group(1)))));
        return IndicatorSpec.parse(text);
    }

    static int output(Term.IndicatorValue term, IndicatorKind kind) {
        int index = term.output().isEmpty() ? 0 : kind.outputs().indexOf(term.output());
        if (index < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has %s and no '%s'",
                    kind.code(),
                    String.join(", ", kind.outputs()),
                    term.output()));
        }
        return index;
    }
}
