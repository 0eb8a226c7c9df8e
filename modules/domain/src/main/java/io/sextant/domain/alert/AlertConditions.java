package io.sextant.domain.alert;

import io.sextant.domain.alert.AlertCondition.Drifted;
import io.sextant.domain.alert.AlertCondition.FeedTroubled;
import io.sextant.domain.alert.AlertCondition.Filled;
import io.sextant.domain.alert.AlertCondition.IndicatorAt;
import io.sextant.domain.alert.AlertCondition.LimitUsed;
import io.sextant.domain.alert.AlertCondition.MoveBy;
import io.sextant.domain.alert.AlertCondition.NewsOf;
import io.sextant.domain.alert.AlertCondition.PriceAt;
import io.sextant.domain.alert.AlertCondition.RegimeBegins;
import io.sextant.domain.alert.AlertCondition.RiskAt;
import io.sextant.domain.alert.AlertCondition.RiskFigure;
import io.sextant.domain.alert.AlertCondition.SkillIs;
import io.sextant.domain.alert.LevelTest.Direction;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.regime.RegimeName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions as people write them. */
public final class AlertConditions {

    /** One of each kind, for whoever asks how they are written. */
    public static final List<String> EXAMPLES = List.of(
            "price BTC-USDT below 50000",
            "move BTC-USDT 5% from 60000",
            "indicator BTC-USDT 1h rsi_14 above 0.7",
            "skill BTC-USDT 1h found",
            "drift any",
            "regime BTC-USDT 1h danger",
            "risk var above 5%",
            "limit position above 80%",
            "fill any",
            "feed trouble",
            "news BTC-USDT hack");

    private AlertConditions() {}

    /**
     * Reads what {@link AlertCondition#text()} wrote.
     *
     * @throws IllegalArgumentException with a sentence for the writer
     */
    public static AlertCondition parse(String text) {
        String[] words = text.strip().split("\\s+");
        try {
            return switch (words[0].toLowerCase(Locale.ROOT)) {
                case "price" -> new PriceAt(instrument(words[1]), test(words, 2));
                case "move" -> new MoveBy(instrument(words[1]), number(words[2]), number(after(words, 3, "from")));
                case "indicator" ->
                    new IndicatorAt(instrument(words[1]), Timeframe.parse(words[2]), words[3], test(words, 4));
                case "skill" -> new SkillIs(instrument(words[1]), Timeframe.parse(words[2]), isFound(words[3], text));
                case "drift" -> new Drifted(any(words[1]));
                case "regime" -> new RegimeBegins(instrument(words[1]), Timeframe.parse(words[2]), regime(words[3]));
                case "risk" -> new RiskAt(constant(RiskFigure.class, words[1]), test(words, 2));
                case "limit" -> new LimitUsed(constant(GateControl.class, words[1]), test(words, 2));
                case "fill" -> new Filled(any(words[1]));
                case "feed" -> new FeedTroubled();
                case "news" ->
                    new NewsOf(any(words[1]), String.join(" ", List.of(words).subList(2, words.length)));
                default -> throw notUnderstood(text);
            };
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException(notUnderstood(text).getMessage(), e);
        }
    }

    private static IllegalArgumentException notUnderstood(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no condition; write one like '" + String.join("', '", EXAMPLES.subList(0, 3)) + "'");
    }

    private static InstrumentId instrument(String word) {
        return InstrumentId.of(word.toUpperCase(Locale.ROOT));
    }

    private static Optional<InstrumentId> any(String word) {
        return word.equalsIgnoreCase("any") ? Optional.empty() : Optional.of(instrument(word));
    }

    private static Optional<RegimeName> regime(String word) {
        return word.equalsIgnoreCase("danger") ? Optional.empty() : Optional.of(constant(RegimeName.class, word));
    }

    private static boolean isFound(String word, String text) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "found" -> true;
            case "lost" -> false;
            default -> throw notUnderstood(text);
        };
    }

    private static LevelTest test(String[] words, int at) {
        return new LevelTest(constant(Direction.class, words[at]), number(words[at + 1]));
    }

    private static String after(String[] words, int at, String expected) {
        if (!words[at].equalsIgnoreCase(expected)) {
            throw new NumberFormatException(words[at]);
        }
        return words[at + 1];
    }

    private static double number(String word) {
        return Double.parseDouble(word.endsWith("%") ? word.substring(0, word.length() - 1) : word);
    }

    private static <E extends Enum<E>> E constant(Class<E> family, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(family.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of "
                        + Arrays.toString(family.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }
}
