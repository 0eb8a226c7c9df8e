package io.sextant.voice.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.voice.command.Instruction;
import io.sextant.voice.command.InstructionWords;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import io.sextant.voice.text.SpokenText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions from the engine's own facts. It knows nothing by itself, so it can invent nothing; it sends nothing, so it can do nothing.
 * It remembers the instrument that was spoken of last. For one conversation, on one thread.
 */
public final class Assistant {

    private final Asking engine;
    private final QuestionReader reader;
    private final Templates templates;
    private final Language language;
    private final ZoneId zone;
    private final InstructionWords words;
    private final MarketAnswers market;
    private final AccountAnswers account;
    private final RiskAnswers risk;
    private final TradeAnswers trades;
    private final DeskAnswers desk;
    private final DueAnswers due;
    private Optional<InstrumentId> last = Optional.empty();

    /** @param timeframe of the forecasts and regimes that are told */
    public Assistant(EngineClient client, Language language, Vocabulary vocabulary, Timeframe timeframe, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        words = new InstructionWords(new SpokenText(language));
        engine = new Asking(client);
        reader = new QuestionReader(language, vocabulary);
        templates = new Templates(language);
        market = new MarketAnswers(engine, timeframe);
        account = new AccountAnswers(engine);
        risk = new RiskAnswers(engine);
        trades = new TradeAnswers(engine, market);
        desk = new DeskAnswers(engine);
        due = new DueAnswers(engine, timeframe);
    }

    /** The instrument that a person looks at, which "this one" means. */
    public void lookAt(InstrumentId instrument) {
        last = Optional.of(instrument);
    }

    /** The instrument that was spoken of last. */
    public Optional<InstrumentId> findLast() {
        return last;
    }

    /** Of an instruction that asks, such as one that was heard and made sure of; any other is told to be one. */
    public Said answer(Instruction instruction) {
        Speaking speaking = new Speaking(templates, language, zone);
        QuestionReader.question(instruction)
                .ifPresentOrElse(
                        question -> {
                            question.instrument().ifPresent(this::lookAt);
                            answer(question, speaking);
                        },
                        () -> speaking.say("notunderstood"));
        return speaking.said();
    }

    /** Whether it would be answered, as a question or by saying that it is a command. */
    public boolean isUnderstood(String text) {
        return !(reader.read(text, last) instanceof QuestionReader.Heard.Nothing);
    }

    public Said answer(String text) {
        Speaking speaking = new Speaking(templates, language, zone);
        switch (reader.read(text, last)) {
            case QuestionReader.Heard.Nothing _ -> speaking.say("notunderstood");
            case QuestionReader.Heard.Commanded(var instruction) -> {
                instruction.findInstrument().ifPresent(this::lookAt);
                speaking.say("command", "command", speaking.text("command", words.of(instruction), "command"));
                return new Said(speaking.said().pieces(), Optional.of(instruction), false);
            }
            case QuestionReader.Heard.Asked(Question question) -> {
                question.instrument().ifPresent(this::lookAt);
                answer(question, speaking);
            }
        }
        return speaking.said();
    }

    private void answer(Question question, Speaking speaking) {
        Optional<InstrumentId> of = question.instrument();
        switch (question.subject()) {
            case PRICE -> named(of, speaking).ifPresent(one -> market.price(one, speaking));
            case FORECAST -> named(of, speaking).ifPresent(one -> market.forecast(one, speaking));
            case FORECAST_SKILL -> named(of, speaking).ifPresent(one -> skill(one, question, speaking));
            case REGIME -> named(of, speaking).ifPresent(one -> market.regime(one, speaking));
            case WHY_NOW -> named(of, speaking).ifPresent(one -> trades.whyNow(one, speaking));
            case POSITION -> account.position(of, speaking);
            case PROFIT -> account.profit(of, speaking);
            case BALANCE -> account.balance(speaking);
            case COSTS -> account.costs(speaking);
            case ORDERS -> account.orders(of, speaking);
            case RISK -> risk.risk(speaking);
            case BIGGEST_RISKS -> risk.biggest(speaking);
            case WHY_RISK -> risk.why(speaking);
            case CRISIS ->
                question.percent()
                        .ifPresentOrElse(
                                percent -> risk.whatIf(of, percent, speaking),
                                () -> risk.crisis(question.year(), speaking));
            case LIMITS -> risk.limits(speaking);
            case WHY_TRADED -> trades.whyTraded(of, question.side(), speaking);
            case EXPLAIN_FILL ->
                question.order()
                        .ifPresentOrElse(
                                order -> trades.explain(order, speaking), () -> trades.explainFill(of, speaking));
            case WHAT_CHANGED -> trades.changed(speaking);
            case STRATEGIES -> desk.strategies(speaking);
            case HEALTH -> desk.health(speaking);
            case HELP -> speaking.say("help");
        }
    }

    /** Of the time that was asked about first, then of all that could be checked. */
    private void skill(InstrumentId instrument, Question question, Speaking speaking) {
        question.time()
                .map(time -> time.span(engine.ask(new Query.Desk()).marketNanos(), zone))
                .ifPresent(span -> {
                    due.ofChampion(instrument, span, speaking);
                    speaking.say("due.all");
                });
        market.skill(instrument, speaking);
    }

    /** Without a name: the only instrument that is held. */
    private Optional<InstrumentId> named(Optional<InstrumentId> instrument, Speaking speaking) {
        if (instrument.isPresent()) {
            return instrument;
        }
        List<InstrumentId> held = AccountAnswers.held(engine.ask(new Query.Desk()), Optional.empty()).stream()
                .map(position -> position.instrument())
                .toList();
        if (held.size() == 1) {
            return Optional.of(held.getFirst());
        }
        speaking.say("which");
        return Optional.empty();
    }
}
