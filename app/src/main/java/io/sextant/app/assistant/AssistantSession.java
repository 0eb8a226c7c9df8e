package io.sextant.app.assistant;

import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.conversation.Conversation;
import io.sextant.voice.conversation.Reply;
import io.sextant.voice.draft.Draft;
import io.sextant.voice.language.Language;
import io.sextant.voice.model.ModelOffer;
import io.sextant.voice.model.ModelShelf;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.text.SpokenText;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The assistant on one engine. Sentences go one after the other on a thread that never waits; names are learned and answers worked out on others,
 * so that a yes or the kill switch is heard at once meanwhile, the kill switch even before any name is known.
 */
public final class AssistantSession implements AssistantDesk {

    private static final System.Logger LOG = System.getLogger(AssistantSession.class.getName());
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
    /** May wait for the engine and for the machine. */
    private final AssistantThread learning = new AssistantThread("sextant-assistant-names", this::failed);

    private final Drafts drafts;
    private final Extras extras;
    private final Answering answering;
    private final Wanting wanting;
    private final AtomicLong draftNumbers = new AtomicLong();
    private final AtomicLong tongues = new AtomicLong();
    /** What was said before the names were known. */
    private final List<Waiting> waiting = new ArrayList<>();

    private volatile AssistantWishes wishes;
    private @Nullable Tongue nameless;
    /** None while the names of another language are learned. */
    private volatile @Nullable Tongue tongue;

    private volatile @Nullable InstrumentId looking;

    private record Waiting(Utterance utterance, long began) {}

    /** What belongs to the machine and not to the desk. Briefings come by the clock on the wall, which goes on while it sleeps. */
    public record Surroundings(
            Path dataFolder,
            Function<Language, ModelOffer> offers,
            DeskVoice voice,
            Optional<VenueKeys> keys,
            Clock clock,
            Clock wall,
            ZoneId zone) {}

    public AssistantSession(
            EngineClient engine, Surroundings around, AssistantWishes wishes, Consumer<AssistantNews> news) {
        this.engine = engine;
        this.clock = around.clock();
        this.zone = around.zone();
        this.wishes = wishes;
        name = "assistant-" + clock.nanos();
        mouth = new Mouth(around.voice(), trouble -> trouble(trouble));
        telling = new Telling(news, mouth);
        ModelShelf shelf = new ModelShelf(around.dataFolder());
        models = new Models(
                shelf,
                around.offers(),
                new ModelNews(telling, this::language, this::listenAnew, this::trouble, this::lookAgain));
        ears = new Ears(
                shelf,
                clock,
                new Hearing(telling, this::word, new Heard()),
                words -> telling.show(new AssistantNews.WakeWords(words)));
        extras = new Extras(engine, around, name, () -> this.wishes, telling, this::failed);
        answering = new Answering(telling, extras::asked, this::failed);
        wanting = new Wanting(telling, answering);
        drafts = new Drafts(talk, telling, clock);
        wantNameless();
        learning.run(this::learn);
        learning.every(NAMES_SECONDS, this::learnNames);
        ears.expect(call());
    }

    private Optional<Ears.Call> call() {
        return wishes.wakeWord() ? Optional.of(new Ears.Call(word(), wishes.device())) : Optional.empty();
    }

    private String word() {
        return wishes.findWord().orElseGet(() -> new SpokenText(language()).say("suggest.wake"));
    }

    private Conversation.Session nextConversation() {
        return new Conversation.Session(name + "-" + tongues.incrementAndGet(), draftNumbers);
    }

    private void wantNameless() {
        Language language = language();
        ears.want(language, () -> nameless(language).grammar().phrases());
    }

    /** Made when first needed, for a window that opens does not wait for a grammar. */
    private synchronized Tongue nameless(Language language) {
        if (nameless == null || nameless.language() != language) {
            nameless = Tongue.nameless(engine, language, clock, zone, nextConversation());
        }
        return nameless;
    }

    /** Strategies may have been hosted or removed; nobody is interrupted for it. */
    private void learnNames() {
        ears.standBy();
        Tongue known = tongue;
        if (known == null || !Tongue.hosted(engine).equals(known.hosted())) {
            learn();
        }
    }

    private Language language() {
        return Language.find(wishes.language().tag()).orElseThrow();
    }

    private void learn() {
        Language language = language();
        Tongue learned = Tongue.learn(engine, language, clock, zone, nextConversation());
        talk.run(() -> adopt(learned));
        stand(learned);
    }

    /** One conversation goes on with new names; another language begins another. */
    private void adopt(Tongue learned) {
        if (!learned.language().equals(language())) {
            return;
        }
        Tongue before = tongue;
        Tongue now = before == null ? learned : learned.in(before.conversation());
        tongue = now;
        InstrumentId seen = looking;
        if (before == null) {
            mouth.use(learned.language(), wishes.spoken());
            if (seen != null) {
                now.conversation().lookAt(seen);
            }
        }
        if (seen != null) {
            answering.lookAt(now, seen);
        }
        ears.expect(now.language(), now.grammar()::phrases);
        List<Waiting> said = List.copyOf(waiting);
        waiting.clear();
        said.forEach(each -> hear(now, each.utterance(), each.began()));
    }

    private void listenAnew() {
        findTongue().ifPresent(known -> ears.expect(known.language(), known.grammar()::phrases));
    }

    private void stand(Tongue known) {
        telling.show(models.standing(known));
    }

    @Override
    public void say(String sentence) {
        long began = clock.nanos();
        telling.show(new Line(Who.PERSON, sentence));
        talk.run(() -> hear(Utterance.typed(sentence), began));
    }

    private void hear(Utterance utterance, long began) {
        Tongue known = tongue;
        Tongue now = known == null ? nameless(language()) : known;
        if (known != null || now.acts(utterance)) {
            hear(now, utterance, began);
        } else {
            waiting.add(new Waiting(utterance, began));
        }
    }

    private void hear(Tongue known, Utterance utterance, long began) {
        Optional<Draft> before = known.conversation().findDraft();
        known.conversation()
                .hear(utterance, began)
                .whenComplete((reply, failure) -> talk.run(() -> {
                    before.ifPresent(draft -> drafts.endIfGone(known, draft.id()));
                    take(known, utterance.text(), reply, failure);
                }));
    }

    private void take(Tongue known, String text, @Nullable Reply reply, @Nullable Throwable failure) {
        switch (reply) {
            case null -> {
                LOG.log(System.Logger.Level.WARNING, "a sentence led nowhere", failure);
                telling.tell(Who.TROUBLE, known.text().say("failed"));
            }
            case Reply.Said(String said) -> telling.tell(Who.ASSISTANT, said);
            case Reply.Sent sent -> telling.tell(Who.ASSISTANT, sent.text());
            case Reply.NoCommand _ ->
                answering.answer(
                        known, text, last -> talk.run(() -> known.conversation().lookAt(last)));
            case Reply.Wanted(Instruction instruction) -> wanting.show(known, instruction);
            case Reply.Drafted drafted -> drafts.show(known, drafted);
        }
    }

    private void failed(RuntimeException failure) {
        LOG.log(System.Logger.Level.DEBUG, "told as a failure", failure);
        telling.tell(Who.TROUBLE, new SpokenText(language()).say("failed"));
    }

    private void trouble(VoiceException trouble) {
        SpokenText text = findTongue().map(Tongue::text).orElseGet(() -> new SpokenText(language()));
        telling.show(new Line(Who.TROUBLE, trouble.sentence(text)));
    }

    @Override
    public Sentence read(String sentence) {
        Tongue known = tongue;
        return known == null ? Sentence.NOTHING : known.read(sentence, Optional.ofNullable(looking));
    }

    @Override
    public List<String> complete(String begun, int most) {
        return findTongue().map(known -> known.examples().complete(begun, most)).orElse(List.of());
    }

    @Override
    public void shown(long draft) {
        long now = clock.nanos();
        talk.run(() -> findTongue().ifPresent(known -> known.conversation().shown(draft, now)));
    }

    @Override
    public void confirm(long draft) {
        long pressed = clock.nanos();
        talk.run(() -> findTongue()
                .ifPresent(known -> known.conversation()
                        .confirm(draft, pressed)
                        .whenComplete((said, failure) -> talk.run(() -> {
                            if (!drafts.endIfGone(known, draft)) {
                                telling.show(new AssistantNews.DraftWaits(draft));
                            }
                            take(known, "", said, failure);
                        }))));
    }

    private Optional<Tongue> findTongue() {
        return Optional.ofNullable(tongue);
    }

    @Override
    public void discard(long draft) {
        talk.run(() -> findTongue().ifPresent(known -> drafts.discard(known, draft)));
    }

    @Override
    public void draftRecommended(long recommendation) {
        extras.draft(
                recommendation,
                found -> talk.run(() -> findTongue()
                        .ifPresent(known -> known.conversation()
                                .propose(found.instruction())
                                .whenComplete((reply, failure) -> talk.run(() -> take(known, "", reply, failure))))));
    }

    @Override
    public void dismissRecommended(long recommendation) {
        extras.dismiss(recommendation);
    }

    @Override
    public void brief(boolean weekly) {
        extras.brief(weekly);
    }

    @Override
    public void listen() {
        mouth.hush();
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
        ears.expect(call());
        if (before.language().equals(wanted.language())) {
            talk.run(() -> mouth.use(language(), wanted.spoken()));
            return;
        }
        talk.run(() -> {
            findTongue().ifPresent(drafts::end);
            tongue = null;
            wantNameless();
            learning.run(this::learn);
        });
    }

    @Override
    public void lookAt(InstrumentId instrument) {
        looking = instrument;
        talk.run(() -> findTongue().ifPresent(known -> {
            known.conversation().lookAt(instrument);
            answering.lookAt(known, instrument);
        }));
    }

    @Override
    public void lookAgain() {
        learning.run(() -> {
            findTongue().ifPresent(this::stand);
            ears.standBy();
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
        extras.close();
        learning.close();
        talk.close();
    }

    private final class Heard implements Hearing.Session {

        @Override
        public void said(Utterance utterance, long began) {
            talk.run(() -> hear(utterance, began));
        }

        @Override
        public void failed(VoiceException trouble) {
            trouble(trouble);
            learning.run(() -> findTongue().ifPresent(AssistantSession.this::stand));
        }

        @Override
        public void hush() {
            mouth.hush();
        }

        @Override
        public String say(String key) {
            return new SpokenText(language()).say(key);
        }
    }
}
