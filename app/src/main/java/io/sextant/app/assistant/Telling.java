package io.sextant.app.assistant;

import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.voice.assistant.Piece;
import io.sextant.voice.assistant.Said;
import java.util.List;
import java.util.function.Consumer;

/** Tells the panel, and aloud where that is wished. */
final class Telling {

    private final Consumer<AssistantNews> news;
    private final Mouth mouth;

    Telling(Consumer<AssistantNews> news, Mouth mouth) {
        this.news = news;
        this.mouth = mouth;
    }

    void show(AssistantNews what) {
        news.accept(what);
    }

    void tell(Who who, String sentence) {
        news.accept(new Line(who, sentence));
        mouth.say(sentence);
    }

    /** Every figure stays with where it comes from. */
    void answer(Said said) {
        news.accept(new Line(Who.ASSISTANT, parts(said)));
        mouth.say(said.text());
    }

    static List<Part> parts(Said said) {
        return said.pieces().stream().map(Telling::part).toList();
    }

    private static Part part(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> new Part.Words(words);
            case Piece.Figure(var fact) -> new Part.Figure(fact.name(), fact.value(), fact.source());
        };
    }
}
