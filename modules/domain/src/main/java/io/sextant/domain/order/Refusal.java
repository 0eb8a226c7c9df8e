package io.sextant.domain.order;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A rule said no: the code, and what to fill into its sentence. The window says it in the reader's language. */
public record Refusal(RefusalCode code, List<String> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /** Refuses a sentence with gaps; arguments that it has no room for do no harm. */
    public static Refusal of(RefusalCode code, Object... arguments) {
        if (arguments.length < code.argumentCount()) {
            throw new IllegalArgumentException(
                    code + " needs " + code.argumentCount() + " arguments, got " + Arrays.toString(arguments));
        }
        return new Refusal(code, Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** The English sentence, for logs, the journal and the command line. */
    public String sentence() {
        return new MessageFormat(code.english(), Locale.ROOT).format(arguments.toArray());
    }
}
