package io.sextant.voice.problem;

import io.sextant.voice.language.Language;
import io.sextant.voice.text.SpokenText;
import java.util.List;

/** Something outside is missing, busy or broken. */
public final class VoiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final VoiceTrouble trouble;
    private final transient List<String> arguments;

    public VoiceException(VoiceTrouble trouble, String... arguments) {
        super(sentence(trouble, List.of(arguments), new SpokenText(Language.ENGLISH)));
        this.trouble = trouble;
        this.arguments = List.of(arguments);
    }

    public VoiceException(Throwable cause, VoiceTrouble trouble, String... arguments) {
        this(trouble, arguments);
        initCause(cause);
    }

    public VoiceTrouble trouble() {
        return trouble;
    }

    /** What is wrong and what to do, in a person's language. */
    public String sentence(SpokenText text) {
        return sentence(trouble, arguments, text);
    }

    private static String sentence(VoiceTrouble trouble, List<String> arguments, SpokenText text) {
        return text.say("problem." + trouble, arguments.toArray());
    }
}
