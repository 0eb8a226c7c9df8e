package io.sextant.domain.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why something could not be learned, or not be gone on with. The window says it in the person's language.
 *
 * @param model whose trouble it is; empty where it is nobody's alone
 * @param needed how many observations it takes, of {@link Code#TOO_FEW}, or steps asked for, of {@link Code#TOO_FAR_AHEAD}
 * @param there how many there are
 * @param detail what the program says of itself, of {@link Code#ERROR}
 */
public record LearningTrouble(Code code, String model, long needed, long there, String detail) {

    private static final String APART = "|";

    /** What it is. */
    public enum Code {
        TOO_FEW,
        STANDS_STILL,
        /** The times of the series tell no season. */
        NO_SEASON,
        /** The model leaves no error that an interval could be made of. */
        NO_ERROR_LEFT,
        /** No parameters fit. */
        NO_PARAMETERS,
        NO_MEMBER,
        /** It goes by a feature that the series does not have. */
        NO_FEATURE,
        TOO_FAR_AHEAD,
        NO_NUMBER,
        PRICE_NOT_ABOVE_ZERO,
        UNREADABLE,
        CANNOT_FOLLOW,
        CANNOT_GO_ON,
        ERROR
    }

    public static LearningTrouble of(Code code, String model) {
        return new LearningTrouble(code, model, 0, 0, "");
    }

    public static LearningTrouble error(String model, String detail) {
        return new LearningTrouble(Code.ERROR, model, 0, 0, detail);
    }

    public LearningTrouble of(String whose) {
        return new LearningTrouble(code, whose, needed, there, detail);
    }

    /** As the journal keeps it. */
    public String text() {
        return String.join(APART, code.name(), Long.toString(needed), Long.toString(there), model, detail);
    }

    /** Empty for what was written in words. */
    public static Optional<LearningTrouble> parse(String text) {
        List<String> parts = List.of(text.split("\\|", 5));
        Optional<Code> code = Arrays.stream(Code.values())
                .filter(one -> one.name().equals(parts.getFirst()))
                .findFirst();
        if (parts.size() < 5 || code.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LearningTrouble(
                    code.get(),
                    parts.get(3),
                    Long.parseLong(parts.get(1)),
                    Long.parseLong(parts.get(2)),
                    parts.get(4)));
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }
}
