package io.sextant.domain.portfolio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person wants: for how long, how much risk, what by preference and what never. Kept as settings.
 *
 * @param appetite 0 for as little risk as can be, 1 for as much as pays
 * @param preferred what is held in any case where the goals choose, at least half of an equal share each
 * @param excluded what is never held, whoever chooses
 * @param criteria tags that what is held may not have, for example coal
 */
public record Goals(
        double horizonYears, double appetite, Set<String> preferred, Set<String> excluded, Set<String> criteria) {

    public static final Goals NONE = of(Map.of());

    private static final String PREFIX = "goals.";
    /** Of somebody who bears the least and the most: about what is found in surveys of relative risk aversion, 1 to 20. */
    private static final double AVERSION_MOST = 20;

    private static final double AVERSION_LEAST = 1;
    /** Who needs the money within a year bears a fifth of what their appetite says, and all of it from ten years on. */
    private static final double YEARS_FULL = 10;

    public Goals {
        if (!(horizonYears > 0) || !(appetite >= 0 && appetite <= 1)) {
            throw new IllegalArgumentException(
                    "A horizon is above zero years, and an appetite for risk lies between 0 and 1.");
        }
        preferred = Set.copyOf(preferred);
        excluded = Set.copyOf(excluded);
        criteria = Set.copyOf(criteria);
    }

    /** Answers of 1 (never) to 5 (at once) to questions about bearing losses. */
    public static double appetiteOf(int... answers) {
        if (answers.length == 0 || Arrays.stream(answers).anyMatch(answer -> answer < 1 || answer > 5)) {
            throw new IllegalArgumentException("Every question has an answer from 1 to 5.");
        }
        return (Arrays.stream(answers).average().orElseThrow() - 1) / 4;
    }

    /** For the utility: return less half of it times the variance; between the most and the least in equal ratios. */
    public double riskAversion() {
        double share = Math.clamp(0.2 + 0.8 * (horizonYears - 1) / (YEARS_FULL - 1), 0.2, 1);
        return AVERSION_MOST * Math.pow(AVERSION_LEAST / AVERSION_MOST, appetite * share);
    }

    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(PREFIX + "horizonYears", Double.toString(horizonYears));
        settings.put(PREFIX + "appetite", Double.toString(appetite));
        settings.put(PREFIX + "preferred", joined(preferred));
        settings.put(PREFIX + "excluded", joined(excluded));
        settings.put(PREFIX + "criteria", joined(criteria));
        return settings;
    }

    /** The least that is held of something preferred, where so many instruments are to choose from. */
    public static double leastOfPreferred(int instruments) {
        return 0.5 / instruments;
    }

    /** Ten years and the middle where nothing is set. */
    public static Goals of(Map<String, String> settings) {
        return new Goals(
                number(settings, "horizonYears", 10),
                number(settings, "appetite", 0.5),
                names(settings, "preferred"),
                names(settings, "excluded"),
                names(settings, "criteria"));
    }

    private static double number(Map<String, String> settings, String key, double absent) {
        String text = settings.getOrDefault(PREFIX + key, "");
        try {
            return text.isBlank() ? absent : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "The setting " + PREFIX + key + " is '" + text + "', which is no number.");
        }
    }

    private static Set<String> names(Map<String, String> settings, String key) {
        Set<String> names = new LinkedHashSet<>(
                List.of(settings.getOrDefault(PREFIX + key, "").split(",")));
        names.remove("");
        return names;
    }

    private static String joined(Set<String> names) {
        return String.join(",", names.stream().sorted().toList());
    }
}
