package io.sextant.app.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.conversation.Reply;
import io.sextant.voice.draft.Draft;
import io.sextant.voice.hearing.Microphone;
import io.sextant.voice.hearing.PushToTalk;
import io.sextant.voice.language.Language;
import io.sextant.voice.language.Wording;
import io.sextant.voice.model.InstalledModel;
import io.sextant.voice.model.ModelOffer;
import io.sextant.voice.model.ModelShelf;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.speaking.Voices;
import io.sextant.voice.text.SpokenText;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The assistant on one engine. Sentences go one after the other on a thread that never waits for an answer; answers are worked out on another, so
 * that a yes or the kill switch is heard at once meanwhile.
 */
public final class AssistantSession implements AssistantDesk {

    private static final System.Logger LOG = System.getLogger(AssistantSession.class.getName());
    private static final long LOOK_MILLIS = 500;
    private static final long NAMES_SECONDS = 10;

    private final EngineClient engine;
    private final Clock clock;
    private final ZoneId zone;
    private final Telling telling;
    private final String name;
    private final Models models;
    private final Ears ears;
    private final Mouth mouth;
    private final AssistantThread talk = new AssistantThread("sextant-assistant", this::failed);
    private final Answering answering;
    private final Wanting wanting;
    private volatile AssistantWishes wishes;
    private volatile @Nullable Tongue tongue;
    private volatile @Nullable InstrumentId looking;
    private int tongues;

    /** What belongs to the machine and not to the desk. */
    public record Surroundings(Path dataFolder, Function<Language, ModelOffer> offers, Clock clock, ZoneId zone) {}

    public AssistantSession(
            EngineClient engine, Surroundings around, AssistantWishes wishes, Consumer<AssistantNews> news) {
        this.engine = engine;
        this.clock = around.clock();
        this.zone = around.zone();
        this.wishes = wishes;
        name = "assistant-" + clock.nanos();
        ModelShelf shelf = new ModelShelf(around.dataFolder());
        models = new Models(shelf, around.offers(), new Installing());
        ears = new Ears(shelf, clock, new Hearing());
        mouth = new Mouth(trouble -> trouble(trouble));
        telling = new Telling(news, mouth);
        answering = new Answering(telling, this::failed);
        wanting = new Wanting(telling, answering);
        talk.run(this::learn);
        talk.every(NAMES_SECONDS, this::learnNames);
    }

    /** Strategies may have been hosted or removed; nobody is interrupted for it. */
    private void learnNames() {
        Tongue known = tongue;
        if (known != null
                && known.conversation().findDraft().isEmpty()
                && !Tongue.hosted(engine).equals(known.hosted())) {
            learn();
        }
    }

    private Language language() {
        return Language.find(wishes.language().tag()).orElseThrow();
    }

    private void learn() {
        Language language = language();
        Tongue learned = Tongue.learn(engine, language, clock, zone, name + "-" + ++tongues);
        tongue = learned;
        InstrumentId seen = looking;
        if (seen != null) {
            lookAt(learned, seen);
        }
        mouth.use(language, wishes.spoken());
        stand(learned);
        ears.expect(language, learned.grammar()::phrases);
    }

    private void stand(Tongue known) {
        Language language = known.language();
        telling.show(new AssistantNews.Standing(
                Microphone.devices(),
                models.state(language),
                models.name(language),
                Voices.find(language).isPresent(),
                known.text().say("suggest.wake"),
                known.examples().beginnings()));
    }

    @Override
    public void say(String sentence) {
        long began = clock.nanos();
        telling.show(new Line(Who.PERSON, sentence));
        talk.run(() -> hear(Utterance.typed(sentence), began));
    }

    private void hear(Utterance utterance, long began) {
        if (tongue == null) {
            learn();
        }
        Tongue known = Objects.requireNonNull(tongue);
        Optional<Draft> before = known.conversation().findDraft();
        known.conversation()
                .hear(utterance, began)
                .whenComplete((reply, failure) -> talk.run(() -> {
                    before.ifPresent(draft -> endIfGone(known, draft.id()));
                    take(known, utterance.text(), reply, failure);
                }));
    }

    private void take(Tongue known, String text, @Nullable Reply reply, @Nullable Throwable failure) {
        switch (reply) {
            case null -> {
                LOG.log(System.Logger.Level.WARNING, "a sentence led nowhere", failure);
                telling.tell(
                        Who.TROUBLE,
                        known.text().say("failed", String.valueOf(failure == null ? "" : failure.getMessage())));
            }
            case Reply.Said(String said) -> telling.tell(Who.ASSISTANT, said);
            case Reply.Sent sent -> telling.tell(Who.ASSISTANT, sent.text());
            case Reply.NoCommand _ ->
                answering.answer(
                        known, text, last -> talk.run(() -> known.conversation().lookAt(last)));
            case Reply.Wanted(Instruction instruction) -> wanting.show(known, instruction);
            case Reply.Drafted drafted -> drafted(known, drafted);
        }
    }

    private void drafted(Tongue known, Reply.Drafted drafted) {
        Draft draft = drafted.draft();
        telling.tell(Who.ASSISTANT, drafted.text());
        telling.show(new AssistantNews.Drafted(
                draft.id(), drafted.sends(), drafted.effects(), (draft.lapsesNanos() - clock.nanos()) / 1_000_000));
        watch(known, draft.id());
    }

    /** Looks every now and then whether it lapsed or the price left its band, so that nobody sees a draft that is none any more. */
    private void watch(Tongue known, long draft) {
        talk.later(
                LOOK_MILLIS,
                () -> known.conversation()
                        .look(draft)
                        .whenComplete((why, failure) -> talk.run(() -> {
                            if (why != null) {
                                why.ifPresent(reason -> telling.tell(Who.TROUBLE, reason));
                            }
                            if (!endIfGone(known, draft)) {
                                watch(known, draft);
                            }
                        })));
    }

    private boolean endIfGone(Tongue known, long draft) {
        boolean gone = known.conversation()
                .findDraft()
                .filter(open -> open.id() == draft)
                .isEmpty();
        if (gone) {
            telling.show(new AssistantNews.DraftEnded(draft));
        }
        return gone;
    }

    private void failed(RuntimeException failure) {
        Tongue known = tongue;
        String why = String.valueOf(failure.getMessage());
        telling.tell(Who.TROUBLE, (known == null ? new SpokenText(language()) : known.text()).say("failed", why));
    }

    private void trouble(VoiceException trouble) {
        Tongue known = tongue;
        telling.show(
                new Line(Who.TROUBLE, trouble.sentence(known == null ? new SpokenText(language()) : known.text())));
    }

    @Override
    public Sentence read(String sentence) {
        Tongue known = tongue;
        return known == null ? Sentence.NOTHING : known.read(sentence, Optional.ofNullable(looking));
    }

    @Override
    public List<String> complete(String begun, int most) {
        Tongue known = tongue;
        return known == null ? List.of() : known.examples().complete(begun, most);
    }

    @Override
    public void confirm(long draft) {
        talk.run(() -> {
            Tongue known = tongue;
            if (known != null) {
                CompletionStage<Reply> reply = known.conversation().confirm(draft);
                reply.whenComplete((said, failure) -> talk.run(() -> {
                    endIfGone(known, draft);
                    take(known, "", said, failure);
                }));
            }
        });
    }

    @Override
    public void discard(long draft) {
        talk.run(() -> {
            Tongue known = tongue;
            if (known != null) {
                known.conversation().discard(draft);
                endIfGone(known, draft);
                telling.tell(Who.ASSISTANT, known.text().say("draft.discarded"));
            }
        });
    }

    @Override
    public void listen() {
        mouth.hush();
        telling.show(new AssistantNews.Listening(true));
        ears.press(wishes.device());
    }

    @Override
    public void stopListening() {
        ears.release();
    }

    @Override
    public void hush() {
        mouth.hush();
    }

    @Override
    public void wish(AssistantWishes wanted) {
        AssistantWishes before = wishes;
        wishes = wanted;
        talk.run(() -> {
            Tongue known = tongue;
            if (!before.language().equals(wanted.language())) {
                if (known != null) {
                    known.conversation().findDraft().ifPresent(draft -> {
                        known.conversation().discard(draft.id());
                        telling.show(new AssistantNews.DraftEnded(draft.id()));
                    });
                }
                learn();
            } else {
                mouth.use(language(), wanted.spoken());
            }
        });
    }

    @Override
    public void lookAt(InstrumentId instrument) {
        looking = instrument;
        talk.run(() -> {
            Tongue known = tongue;
            if (known != null) {
                lookAt(known, instrument);
            }
        });
    }

    private void lookAt(Tongue known, InstrumentId instrument) {
        known.conversation().lookAt(instrument);
        answering.lookAt(known, instrument);
    }

    @Override
    public void lookAgain() {
        talk.run(() -> {
            Tongue known = tongue;
            if (known != null) {
                stand(known);
            }
        });
    }

    @Override
    public void fetchModel() {
        models.fetch(language());
    }

    @Override
    public void installModel(Path from) {
        models.install(language(), from);
    }

    @Override
    public void cancelModel() {
        models.cancel();
    }

    @Override
    public void close() {
        models.close();
        ears.close();
        mouth.close();
        answering.close();
        talk.close();
    }

    private final class Hearing implements PushToTalk.Listener {

        @Override
        public void live(String text, double level) {
            telling.show(new AssistantNews.Live(text, level));
        }

        @Override
        public void said(Utterance utterance, long began) {
            telling.show(new AssistantNews.Listening(false));
            Tongue known = tongue;
            if (known == null) {
                return;
            }
            String text = utterance.text();
            if (text.replace(Wording.UNKNOWN, "").isBlank()) {
                telling.show(new Line(Who.TROUBLE, known.text().say("heard.silence")));
                return;
            }
            telling.show(new Line(Who.PERSON, text));
            talk.run(() -> hear(utterance, began));
        }

        @Override
        public void failed(VoiceException trouble) {
            telling.show(new AssistantNews.Listening(false));
            trouble(trouble);
            lookAgain();
        }
    }

    private final class Installing implements Models.Listener {

        @Override
        public void fetching(long bytes, long total) {
            telling.show(new AssistantNews.Fetching(bytes, total));
        }

        @Override
        public void installed(InstalledModel model) {
            telling.show(new Line(
                    Who.ASSISTANT,
                    new SpokenText(language())
                            .say(model.official() ? "model.installed" : "model.unofficial", model.name())));
            Tongue known = tongue;
            if (known != null) {
                ears.expect(known.language(), known.grammar()::phrases);
            }
        }

        @Override
        public void failed(VoiceException trouble) {
            trouble(trouble);
        }

        @Override
        public void ended() {
            telling.show(new AssistantNews.FetchEnded());
            lookAgain();
        }
    }
}
