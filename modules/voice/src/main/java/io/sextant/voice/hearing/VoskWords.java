package io.sextant.voice.hearing;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import org.vosk.LibVosk;
import org.vosk.Model;

/** Looks words up in a model, which the library can and its Java classes do not offer. */
final class VoskWords {

    private VoskWords() {}

    static boolean knows(Model model, String word) {
        // As bytes: a string would go in the system's encoding, and models are written in UTF-8.
        byte[] text = (word + "\0").getBytes(StandardCharsets.UTF_8);
        return FindWord.FUNCTION.invokeInt(new Object[] {model.getPointer(), text}) >= 0;
    }

    /** Loaded after {@link LibVosk}, by the same name and class loader: a second copy of the library would end the process with an error. */
    private static final class FindWord {

        static final Function FUNCTION = NativeLibrary.getInstance(
                        Platform.isWindows() ? "libvosk" : "vosk", LibVosk.class.getClassLoader())
                .getFunction("vosk_model_find_word");
    }
}
