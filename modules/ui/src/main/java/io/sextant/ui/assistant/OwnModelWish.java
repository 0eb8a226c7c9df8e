package io.sextant.ui.assistant;

/**
 * A language model of the person's own, which is given the facts of answers.
 *
 * @param address of a server that speaks as OpenAI's chat completions do
 * @param model its name there
 * @param keyed whether the key {@code model/main} of the vault is sent to it
 */
public record OwnModelWish(boolean on, String address, String model, boolean keyed) {

    public static final OwnModelWish OFF = new OwnModelWish(false, "", "", false);
}
