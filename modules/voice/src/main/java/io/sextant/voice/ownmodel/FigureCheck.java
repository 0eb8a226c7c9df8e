package io.sextant.voice.ownmodel;

import io.sextant.voice.assistant.Fact;
import io.sextant.voice.language.Language;
import io.sextant.voice.language.NumberReader;
import io.sextant.voice.language.SpokenNumber;
import io.sextant.voice.language.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds figures in words that are no fact: numbers in digits or in words whose value, sign and percent sign no fact has. It rather refuses a true
 * sentence than to let an invented figure pass: a fact that was rounded, added up or said in another unit counts as invented.
 */
final class FigureCheck {

    private static final String GROUPED_BY_SPACE = "\\d{1,3}(?:[ \\u00a0\\u202f\\u2009]\\d{3})+(?!\\d)(?:,\\d+)?";
    private static final String GROUPED_BY_COMMA = "\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?";
    private static final String PLAIN = "\\d+(?:[.,]\\d+)?";
    private static final String SHARE = "[ \\u00a0\\u202f]?(?:%|per ?cent\\b|pour ?cent\\b)";
    private static final Pattern ENGLISH = pattern(GROUPED_BY_COMMA);
    private static final Pattern FRENCH = pattern(GROUPED_BY_SPACE);
    /** A word with digits in it, such as the name of a model or a timeframe. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\d]*(?:\\p{L}\\d|\\d\\p{L})[\\p{L}\\d]*", Pattern.UNICODE_CHARACTER_CLASS);
    /** Digits of other writings, fractions and powers in one sign: nothing that a fact is written with. */
    private static final Pattern FOREIGN = Pattern.compile("[\\p{N}&&[^0-9]]");

    /** Heard for numbers, and not numbers where they are written. */
    private static final Set<String> SOUND_ALIKE =
            Set.of("to", "too", "for", "fore", "ate", "oh", "o", "a", "an", "won");

    /** Amounts that a number could hide in. */
    private static final Set<String> AMOUNTS = Set.copyOf(
            Wording.of(
                    "half halves quarter quarters thirds double doubled twice triple tripled dozen dozens tens hundreds thousands millions"
                            + " moitié tiers quart quarts doublé triplé dizaine dizaines douzaine centaine centaines milliers"));

    private record Figure(BigDecimal value, boolean below, boolean share) {}

    private final Language language;
    private final Set<Figure> known = new HashSet<>();
    private final Set<BigDecimal> values = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private FigureCheck(List<Fact> facts, Language language) {
        this.language = language;
        for (Fact fact : facts) {
            for (String text : List.of(fact.name(), fact.value(), fact.source())) {
                Matcher found = NAME.matcher(text);
                while (found.find()) {
                    names.add(found.group().toLowerCase(Locale.ROOT));
                }
            }
            figures(fact.value()).forEach((said, figure) -> {
                known.add(figure);
                values.add(figure.value());
            });
        }
    }

    private static Pattern pattern(String grouped) {
        return Pattern.compile(
                "(?<sign>(?<![\\p{L}\\d])[-\\u2212])?(?<number>" + grouped + "|" + PLAIN + ")(?<share>" + SHARE + ")?",
                Pattern.CASE_INSENSITIVE);
    }

    /** As they were said, in their order; none where every figure is a fact. */
    static List<String> unfounded(String words, List<Fact> facts, Language language) {
        return new FigureCheck(facts, language).unfounded(words);
    }

    private List<String> unfounded(String words) {
        List<String> wrong = new ArrayList<>();
        Matcher foreign = FOREIGN.matcher(words);
        while (foreign.find()) {
            wrong.add(foreign.group());
        }
        StringBuilder rest = new StringBuilder();
        Matcher name = NAME.matcher(words);
        while (name.find()) {
            if (!names.contains(name.group().toLowerCase(Locale.ROOT))) {
                wrong.add(name.group());
            }
            // Whether true or told as wrong already, it is no plain figure any more.
            name.appendReplacement(rest, " ");
        }
        name.appendTail(rest);
        figures(rest.toString()).forEach((said, figure) -> {
            if (!isKnown(figure)) {
                wrong.add(said);
            }
        });
        wrong.addAll(inWords(rest.toString()));
        return wrong;
    }

    /** "Fell by 5%" tells a fact of -5%, but "-5" does not tell one of 5; and a percent sign does not come from nowhere. */
    private boolean isKnown(Figure figure) {
        return known.stream()
                .anyMatch(fact -> fact.value().compareTo(figure.value()) == 0
                        && (!figure.below() || fact.below())
                        && (!figure.share() || fact.share()));
    }

    private List<String> inWords(String text) {
        List<String> words = Wording.of(text);
        NumberReader reader = NumberReader.of(language);
        List<String> wrong = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<SpokenNumber> number =
                    words.get(at).chars().anyMatch(Character::isDigit) ? Optional.empty() : reader.find(words, at);
            boolean told = number.isPresent()
                    && isTold(
                            words.subList(at, number.get().end()), number.get().value());
            if (told) {
                if (!values.contains(plain(number.get().value()))) {
                    wrong.add(String.join(" ", words.subList(at, number.get().end())));
                }
                at = number.get().end();
            } else {
                if (AMOUNTS.contains(words.get(at))) {
                    wrong.add(words.get(at));
                }
                at++;
            }
        }
        return wrong;
    }

    /** One is an article too. */
    private static boolean isTold(List<String> said, BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) != 0 && !(said.size() == 1 && SOUND_ALIKE.contains(said.getFirst()));
    }

    private Map<String, Figure> figures(String text) {
        Map<String, Figure> found = new LinkedHashMap<>();
        Matcher matcher = (language == Language.FRENCH ? FRENCH : ENGLISH).matcher(text);
        while (matcher.find()) {
            String number = matcher.group("number").replaceAll("[ \\u00a0\\u202f\\u2009]", "");
            found.put(
                    matcher.group().strip(),
                    new Figure(
                            plain(new BigDecimal(pointed(number))),
                            matcher.group("sign") != null,
                            matcher.group("share") != null));
        }
        return found;
    }

    /** Commas group in English, where three digits follow each; they stand for the point in French and nowhere else. */
    private String pointed(String number) {
        return language == Language.ENGLISH && number.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")
                ? number.replace(",", "")
                : number.replace(',', '.');
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
