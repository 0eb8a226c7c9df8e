package io.sextant.ui.panel.chart;

import io.sextant.domain.market.Headline;
import io.sextant.ui.chart.NewsMark;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.HeadlineTone;
import io.sextant.ui.parts.HeadlineWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Headlines as marks of the chart. A headline's tone is read and its text written once, not with every other that comes. */
final class NewsMarks {

    private final Texts texts;
    private final HeadlineWords words;
    private final HeadlineTone tones;
    private final Map<Headline, NewsMark> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Headline, NewsMark> eldest) {
            return size() > ChartPast.MOST_HEADLINES;
        }
    };

    NewsMarks(Texts texts) {
        this.texts = texts;
        words = new HeadlineWords(texts);
        tones = new HeadlineTone(texts);
    }

    List<NewsMark> of(List<Headline> headlines) {
        return headlines.stream()
                .map(headline -> made.computeIfAbsent(headline, this::make))
                .toList();
    }

    /** The language or the way figures are written is another now. */
    void rewrite() {
        made.clear();
    }

    private NewsMark make(Headline headline) {
        return new NewsMark(
                headline.timeNanos(),
                texts.figures().dateTime(headline.timeNanos()) + "\n" + words.say(headline) + "\n"
                        + tones.word(headline) + ". " + tones.explanation(headline));
    }
}
