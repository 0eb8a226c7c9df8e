package io.sextant.app.assistant;

import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.OwnModelWish;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.language.Language;
import io.sextant.voice.ownmodel.ModelAnswer;
import io.sextant.voice.ownmodel.ModelAnswer.Failed;
import io.sextant.voice.ownmodel.ModelAnswer.Trouble;
import io.sextant.voice.ownmodel.ModelPlace;
import io.sextant.voice.ownmodel.OwnModel;
import io.sextant.voice.text.SpokenText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has a person's own language model put the facts of an answer into words, where that is wished. Its words end in the conversation as a line of their
 * own: no grammar reads them, and nothing drafts, sends or speaks them. On a thread of its own.
 */
final class ModelVoice implements AutoCloseable {

    private static final VenueAccount KEY = new VenueAccount("model", "main");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnModel model = new OwnModel(PATIENCE);
    private final Supplier<OwnModelWish> wish;
    private final Optional<VenueKeys> keys;
    private final Telling telling;
    private final AssistantThread thread;

    /** @param keys none where the assistant runs without a vault */
    ModelVoice(
            Supplier<OwnModelWish> wish,
            Optional<VenueKeys> keys,
            Telling telling,
            Consumer<RuntimeException> failures) {
        this.wish = wish;
        this.keys = keys;
        this.telling = telling;
        thread = new AssistantThread("sextant-assistant-model", failures);
    }

    /**
     * What is wished when somebody asks counts: a model that is switched on or chosen afterwards hears nothing of it, and one that was left neither. It
     * speaks after the desk gave its own answer; one without facts is nothing to tell.
     */
    Consumer<Said> asked(String question, Language language) {
        OwnModelWish wished = wish.get();
        return said -> {
            if (wished.on() && said.command().isEmpty() && !said.facts().isEmpty()) {
                thread.run(() -> tell(wished, question, said, language));
            }
        };
    }

    private void tell(OwnModelWish wished, String question, Said said, Language language) {
        if (!wish.get().equals(wished)) {
            return;
        }
        SpokenText text = new SpokenText(language);
        Optional<ModelPlace> place = ModelPlace.find(wished.address(), wished.model());
        if (place.isEmpty()) {
            telling.show(new Line(Who.TROUBLE, text.say("ownmodel.noplace")));
            return;
        }
        ModelAnswer answer = asked(place.get(), wished.keyed(), question, said, language);
        telling.show(
                switch (answer) {
                    case ModelAnswer.Words(String words) -> new Line(Who.MODEL, words);
                    case ModelAnswer.Unfounded(var figures) ->
                        new Line(Who.TROUBLE, text.say("ownmodel.refused", String.join("; ", figures)));
                    case Failed(Trouble trouble, String detail) ->
                        new Line(Who.TROUBLE, text.say("ownmodel." + trouble, detail));
                });
    }

    private ModelAnswer asked(ModelPlace place, boolean keyed, String question, Said said, Language language) {
        if (!keyed) {
            return model.ask(place, Optional.empty(), question, said.facts(), language);
        }
        Optional<VenueKey> key;
        try {
            key = keys.flatMap(vault -> vault.find(KEY));
        } catch (VaultException locked) {
            return new Failed(Trouble.VAULT_LOCKED, "");
        }
        if (key.isEmpty()) {
            return new Failed(Trouble.NOT_ALLOWED, "");
        }
        try (VenueKey open = key.get()) {
            Optional<Secret> secret = Optional.of(open.apiSecret());
            return model.ask(place, secret, question, said.facts(), language);
        }
    }

    @Override
    public void close() {
        thread.close();
        model.close();
    }
}
