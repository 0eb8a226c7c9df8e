package io.sextant.voice.conversation;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.command.CommandGrammar;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Utterance;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.draft.Draft;
import io.sextant.voice.language.Language;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody talks to a small desk, a tenth of a second between two sentences. */
abstract class TalkedDesk {

    static final long SECOND = 1_000_000_000L;

    final SmallDesk desk = new SmallDesk();
    final SteppedClock clock = new SteppedClock(100 * SECOND);
    final Conversation.Session session = new Conversation.Session("test", new AtomicLong());
    final Conversation english = conversation(Language.ENGLISH);

    Conversation conversation(Language language) {
        Vocabulary vocabulary = Vocabulary.of(language, SpokenInstruments.of(SmallDesk.instruments()))
                .withStrategies(List.of("momentum-breakout"));
        return new Conversation(desk, new CommandGrammar(language, vocabulary), clock, session, Refusal::sentence);
    }

    static Reply join(CompletionStage<Reply> reply) {
        return reply.toCompletableFuture().join();
    }

    OrderDraft order() {
        Command last = desk.commands().getLast();
        return ((PlaceOrder) last).draft();
    }

    static Draft drafted(Reply reply) {
        return ((Reply.Drafted) reply).draft();
    }

    static String text(Reply reply) {
        return switch (reply) {
            case Reply.Said(String text) -> text;
            case Reply.NoCommand(String text) -> text;
            case Reply.Sent sent -> sent.text();
            case Reply.Drafted drafted -> drafted.text();
            case Reply.Wanted wanted -> wanted.toString();
        };
    }

    Reply say(String sentence) {
        return say(english, sentence);
    }

    /** A moment after what was said before. */
    Reply say(Conversation conversation, String sentence) {
        Reply reply = join(conversation.hear(Utterance.typed(sentence), tick()));
        if (reply instanceof Reply.Drafted drafted) {
            conversation.shown(drafted.draft().id(), clock.nanos());
        }
        return reply;
    }

    long tick() {
        clock.moveTo(clock.nanos() + SECOND / 10);
        return clock.nanos();
    }

    Reply hear(String sentence, long began) {
        return english.hear(Utterance.typed(sentence), began)
                .toCompletableFuture()
                .join();
    }
}
