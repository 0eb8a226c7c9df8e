package io.sextant.ui.testing;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantDesks;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantWishes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what it is asked and tells what a test has it tell. */
public final class FakeAssistant implements AssistantDesks, AssistantDesk {

    public final List<String> asked = new ArrayList<>();
    public AssistantWishes wishes;
    public boolean closed;
    /** How often somebody opened it. */
    public int opened;

    private Consumer<AssistantNews> news = unheard -> {};

    @Override
    public AssistantDesk open(AssistantWishes wanted, Consumer<AssistantNews> listener) {
        opened++;
        wishes = wanted;
        news = listener;
        return this;
    }

    public void tell(AssistantNews what) {
        news.accept(what);
    }

    @Override
    public void say(String sentence) {
        asked.add("say " + sentence);
        tell(new AssistantNews.Line(AssistantNews.Who.PERSON, sentence));
    }

    @Override
    public Sentence read(String sentence) {
        return sentence.equals("kill switch")
                ? Sentence.ACTS
                : sentence.startsWith("buy ")
                        ? Sentence.DRAFTS
                        : sentence.startsWith("what ") ? Sentence.TELLS : Sentence.NOTHING;
    }

    @Override
    public List<String> complete(String begun, int most) {
        return "what is my risk".startsWith(begun) && begun.length() < 15 ? List.of("what is my risk") : List.of();
    }

    @Override
    public void shown(long draft) {
        asked.add("shown " + draft);
    }

    @Override
    public void confirm(long draft) {
        asked.add("confirm " + draft);
    }

    @Override
    public void discard(long draft) {
        asked.add("discard " + draft);
        tell(new AssistantNews.DraftEnded(draft));
    }

    @Override
    public void draftRecommended(long recommendation) {
        asked.add("draft recommended " + recommendation);
        tell(new AssistantNews.RecommendedEnded(recommendation));
    }

    @Override
    public void dismissRecommended(long recommendation) {
        asked.add("dismiss recommended " + recommendation);
        tell(new AssistantNews.RecommendedEnded(recommendation));
    }

    @Override
    public void brief(boolean weekly) {
        asked.add(weekly ? "brief the week" : "brief the day");
    }

    @Override
    public void listen() {
        asked.add("listen");
        tell(new AssistantNews.Listening(true));
    }

    @Override
    public void stopListening() {
        asked.add("stop listening");
        tell(new AssistantNews.Listening(false));
    }

    @Override
    public void hush() {
        asked.add("hush");
    }

    @Override
    public void wish(AssistantWishes wanted) {
        wishes = wanted;
    }

    @Override
    public void lookAt(InstrumentId instrument) {
        asked.add("look at " + instrument.symbol());
    }

    @Override
    public void lookAgain() {}

    @Override
    public void fetchModel() {
        asked.add("fetch");
    }

    @Override
    public void installModel(Path from) {
        asked.add("install " + from);
    }

    @Override
    public void cancelModel() {
        asked.add("cancel");
        tell(new AssistantNews.FetchEnded());
    }

    @Override
    public void close() {
        closed = true;
    }
}
