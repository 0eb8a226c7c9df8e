package io.sextant.voice.conversation;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.InstructionWords;
import io.sextant.voice.command.Reading;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.draft.Confirmation;
import io.sextant.voice.draft.Draft;
import io.sextant.voice.draft.DraftDesk;
import io.sextant.voice.draft.Drafter;
import io.sextant.voice.draft.Drafting;
import io.sextant.voice.draft.PriceBand;
import io.sextant.voice.draft.Proposal;
import io.sextant.voice.text.SpokenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes from sentence to sentence: remembers what was spoken of last and what was asked, opens drafts, and sends what was confirmed. What
 * would trade is never sent by the sentence that asks for it, the kill switch alone excepted. Sentences come one at a time.
 */
public final class Conversation {

    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

    private final EngineClient engine;
    private final Clock clock;
    private final Session session;
    private final SpokenText text;
    private final InstructionWords words;
    private final ReadBack readBack;
    private final Drafter drafter;
    private final DraftDesk drafts;

    private CommandGrammar grammar;
    private Optional<InstrumentId> last = Optional.empty();
    private @Nullable Question question;
    private long acts;

    /** A draft that was still being worked out when something else was said is not opened any more. */
    private final AtomicLong turn = new AtomicLong();

    /** Whether this was meant, asked at a moment. */
    private record Question(Instruction instruction, long askedNanos) {}

    /**
     * What the conversations of one person have together.
     *
     * @param name begins the keys of what is sent, so that two conversations never share one
     * @param numbers of drafts: what was seen under a number is never confirmed as another draft
     */
    public record Session(String name, AtomicLong numbers) {}

    /**
     * @param refusals says why a rule refused, in this conversation's language
     */
    public Conversation(
            EngineClient engine,
            CommandGrammar grammar,
            Clock clock,
            Session session,
            Function<Refusal, String> refusals) {
        this.engine = engine;
        this.grammar = grammar;
        this.clock = clock;
        this.session = session;
        this.text = new SpokenText(grammar.language());
        this.words = new InstructionWords(text);
        this.readBack = new ReadBack(text, refusals);
        this.drafter = new Drafter(engine, clock);
        this.drafts = new DraftDesk(session.numbers());
    }

    /** Other things can be named from now on. */
    public void understand(CommandGrammar newGrammar) {
        grammar = newGrammar;
    }

    /** The instrument that a person looks at, which "it" means until another is spoken of. */
    public void lookAt(InstrumentId instrument) {
        last = Optional.of(instrument);
    }

    /** The draft that waits for a yes. */
    public Optional<Draft> findDraft() {
        return drafts.findOpen(clock.nanos());
    }

    /** The draft of that number is in sight since then; before that no yes is meant for it. */
    public void shown(long draft, long nanos) {
        drafts.shown(draft, nanos);
    }

    /** False when that draft was not open any more. */
    public boolean discard(long draft) {
        return drafts.discard(draft);
    }

    /** Another conversation goes on: nothing of this one is open or opens any more. */
    public void end() {
        turn.incrementAndGet();
        question = null;
        drafts.end();
    }

    /** @param beganNanos when the person began to speak, or sent what was typed */
    public CompletionStage<Reply> hear(Utterance utterance, long beganNanos) {
        Reading reading = grammar.read(utterance, last);
        turn.incrementAndGet();
        return switch (reading) {
            case Reading.Understood(Instruction instruction) -> understood(instruction, beganNanos);
            case Reading.Unsure(Instruction instruction, double _) -> ask(instruction);
            case Reading.Several(List<Instruction> meanings) -> said("heard.several", words.all(meanings));
            case Reading.NoInstrument() -> said("heard.no-instrument");
            case Reading.UnknownWord() -> said("heard.unknown-word");
            case Reading.NoCommand() -> done(new Reply.NoCommand(text.say("heard.nothing")));
        };
    }

    /** Drafts what a person chose with a button instead of a sentence; like any draft it waits for its own yes. What would act at once is not taken. */
    public CompletionStage<Reply> propose(Instruction instruction) {
        if (instruction.effect() != Instruction.Effect.DRAFTS) {
            throw new IllegalArgumentException(instruction + " is nothing to be drafted");
        }
        turn.incrementAndGet();
        question = null;
        instruction.findInstrument().ifPresent(each -> last = Optional.of(each));
        return draft(instruction);
    }

    /** Looks where prices stand now; then why the draft of that number is not open any more, or nothing while it is. */
    public CompletionStage<Optional<String>> look(long draft) {
        return priced().thenApply(seen -> {
            boolean open = findDraft().filter(each -> each.id() == draft).isPresent();
            return open ? Optional.empty() : drafts.findReason(draft).map(reason -> text.say("confirm." + reason));
        });
    }

    /**
     * A yes by hand, for the draft of that number.
     *
     * @param beganNanos when it was pressed, not when it is worked on
     */
    public CompletionStage<Reply> confirm(long draft, long beganNanos) {
        return priced().thenCompose(seen -> answered(drafts.confirm(draft, beganNanos, clock.nanos())));
    }

    private CompletionStage<Reply> ask(Instruction instruction) {
        if (instruction.effect() == Instruction.Effect.ANSWERS) {
            return said("heard.unclear");
        }
        // A yes to this question must not find an older draft open.
        findDraft().ifPresent(draft -> drafts.discard(draft.id()));
        question = new Question(instruction, clock.nanos());
        return said("heard.unsure", words.of(instruction));
    }

    private CompletionStage<Reply> understood(Instruction instruction, long beganNanos) {
        Question asked = question;
        question = null;
        instruction.findInstrument().ifPresent(each -> last = Optional.of(each));
        return switch (instruction.effect()) {
            case TELLS -> done(new Reply.Wanted(instruction));
            case DRAFTS, ACTS -> draft(instruction);
            case ANSWERS -> instruction instanceof Instruction.Yes ? yes(asked, beganNanos) : no(asked);
        };
    }

    private CompletionStage<Reply> yes(@Nullable Question asked, long beganNanos) {
        if (asked != null) {
            boolean late = clock.nanos() - asked.askedNanos() >= Draft.LIFE_NANOS;
            return beganNanos <= asked.askedNanos() || late
                    ? said("confirm.NOTHING_OPEN")
                    : understood(asked.instruction(), beganNanos);
        }
        return priced().thenCompose(seen -> answered(drafts.confirmSpoken(beganNanos, clock.nanos())));
    }

    private CompletionStage<Reply> no(@Nullable Question asked) {
        Optional<Draft> open = findDraft();
        open.ifPresent(draft -> drafts.discard(draft.id()));
        return said(open.isPresent() || asked != null ? "draft.discarded" : "confirm.NOTHING_OPEN");
    }

    /** Looks where prices stand now, so that a yes is held against the newest and not against what happened to come by. */
    private CompletionStage<Void> priced() {
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (PriceBand band : findDraft().map(draft -> draft.proposal().bands()).orElse(List.of())) {
            asked.add(engine.ask(new Query.Market(band.instrument()))
                    .thenAccept(market -> market.last().ifPresent(price -> drafts.onPrice(band.instrument(), price)))
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
    }

    private CompletionStage<Reply> answered(Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.NotConfirmed(var reason) -> said("confirm." + reason);
            case Confirmation.Confirmed(Draft draft) ->
                send(draft.proposal().commands(), "d" + draft.id(), 0, List.of());
        };
    }

    private CompletionStage<Reply> draft(Instruction instruction) {
        findDraft().ifPresent(draft -> drafts.discard(draft.id()));
        long wanted = turn.get();
        return drafter.draft(instruction).thenCompose(drafting -> switch (drafting) {
            case Drafting.ActsAtOnce(Command command) -> send(List.of(command), "a" + ++acts, 0, List.of());
            case Drafting.Impossible(var trouble, var arguments) ->
                done(new Reply.Said(text.say("trouble." + trouble, arguments.toArray())));
            case Drafting.Proposed(Proposal proposal) ->
                wanted == turn.get() ? open(proposal) : said("draft.overtaken");
        });
    }

    private CompletionStage<Reply> open(Proposal proposal) {
        String read = readBack.of(proposal);
        boolean refused = proposal.commands().stream().allMatch(PlaceOrder.class::isInstance)
                && proposal.effects().stream()
                        .anyMatch(effect -> effect.preview().refusal().isPresent());
        return refused
                ? done(new Reply.Said(readBack.refused(proposal)))
                : done(new Reply.Drafted(
                        drafts.open(proposal, clock.nanos()),
                        proposal.commands().stream().map(readBack::sentence).toList(),
                        readBack.effects(proposal),
                        read));
    }

    /** One after the other; what comes after a refusal is not sent. The key is the draft's, so nothing is done twice. */
    private CompletionStage<Reply> send(List<Command> commands, String name, int from, List<Answer> sofar) {
        if (from == commands.size()) {
            return done(new Reply.Sent(sofar, sentText(commands, sofar)));
        }
        CommandKey key = new CommandKey(session.name() + "-" + name + "-" + from);
        return submit(key, commands.get(from)).thenCompose(answered -> {
            if (answered.isEmpty()) {
                return done(new Reply.Sent(sofar, text.say("sent.unknown", sofar.size(), commands.size())));
            }
            Answer answer = answered.get();
            List<Answer> all = new ArrayList<>(sofar);
            all.add(answer);
            return answer instanceof Answer.Refused
                    ? done(new Reply.Sent(all, sentText(commands, all)))
                    : send(commands, name, from + 1, all);
        });
    }

    /** Empty where no answer came: the command may have arrived or not, so that neither can be told. */
    private CompletionStage<Optional<Answer>> submit(CommandKey key, Command command) {
        CompletionStage<Answer> answer;
        try {
            answer = engine.submit(key, command);
        } catch (RuntimeException broken) {
            answer = CompletableFuture.failedFuture(broken);
        }
        return answer.handle((told, broken) -> {
            if (broken != null) {
                LOG.log(System.Logger.Level.WARNING, "no answer to " + key, broken);
            }
            return Optional.ofNullable(told);
        });
    }

    private String sentText(List<Command> commands, List<Answer> answers) {
        if (answers.getLast() instanceof Answer.Refused(Refusal refusal)) {
            return answers.size() == 1
                    ? text.say("sent.refused", readBack.why(refusal))
                    : text.say("sent.partly", answers.size() - 1, commands.size(), readBack.why(refusal));
        }
        return text.say("sent.done");
    }

    private CompletionStage<Reply> said(String key, Object... arguments) {
        return done(new Reply.Said(text.say(key, arguments)));
    }

    private static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
