package io.sextant.analytics.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.SharedData;
import io.sextant.analytics.sentiment.Sentiment.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Against five thousand labelled financial tweets. The weights were looked over once with every other tweet in sight; what is
 * reported, and must beat the majority class, is the half that was not.
 */
class MeasuredSentimentTest {

    private static final Tone[] LABELS = {Tone.BEARISH, Tone.BULLISH, Tone.NEUTRAL};

    private record Labelled(String text, Tone tone) {}

    @Test
    void beatsTheMajorityClassOnTweetsNobodyLookedAt() throws IOException {
        List<Labelled> unseen = unseen();
        HeadlineReader reader = new HeadlineReader();
        Map<Tone, Integer> labelled = new EnumMap<>(Tone.class);
        Map<Tone, Integer> read = new EnumMap<>(Tone.class);
        Map<Tone, Integer> right = new EnumMap<>(Tone.class);
        for (Labelled one : unseen) {
            Tone tone = reader.read(one.text()).tone();
            labelled.merge(one.tone(), 1, Integer::sum);
            read.merge(tone, 1, Integer::sum);
            right.merge(tone, tone == one.tone() ? 1 : 0, Integer::sum);
        }
        double f1 = 0;
        int majority = 0;
        int allRight = 0;
        for (Tone tone : Tone.values()) {
            int hits = right.getOrDefault(tone, 0);
            allRight += hits;
            majority = Math.max(majority, labelled.getOrDefault(tone, 0));
            f1 += 2.0 * hits / (labelled.getOrDefault(tone, 0) + read.getOrDefault(tone, 0)) / 3;
        }
        double accuracy = (double) allRight / unseen.size();
        double majorityShare = (double) majority / unseen.size();
        double majorityF1 = 2 * majorityShare / (1 + majorityShare) / 3;
        System.getLogger(MeasuredSentimentTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} unseen tweets: accuracy {1} (majority class {2}), macro-F1 {3} ({4})",
                        unseen.size(),
                        accuracy,
                        majorityShare,
                        f1,
                        majorityF1);

        MeasuredSkill said = MeasuredSkill.ENGLISH;
        assertThat(unseen).hasSize(said.texts());
        assertThat(rounded(accuracy)).isEqualTo(rounded(said.accuracy()));
        assertThat(rounded(f1)).isEqualTo(rounded(said.macroF1()));
        assertThat(rounded(majorityShare)).isEqualTo(rounded(said.majorityAccuracy()));
        // Two standard errors of an accuracy near 0.77 on 2,500 tweets are 0.017.
        assertThat(accuracy).isGreaterThan(majorityShare + 0.034);
        assertThat(f1).isGreaterThan(2 * majorityF1);
    }

    private static String rounded(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static List<Labelled> unseen() throws IOException {
        List<String> records =
                Csv.records(Files.readString(SharedData.find("news/financial_tweets_sentiment_train5000.csv")));
        List<Labelled> all = records.stream()
                .skip(1)
                .map(record -> {
                    int comma = record.lastIndexOf(',');
                    return new Labelled(
                            record.substring(0, comma),
                            LABELS[Integer.parseInt(record.substring(comma + 1).trim())]);
                })
                .toList();
        assertThat(all).hasSize(5_000);
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(all::get)
                .toList();
    }

    /** Splits at line ends outside quotes. */
    private static final class Csv {

        static List<String> records(String text) {
            java.util.ArrayList<String> records = new java.util.ArrayList<>();
            boolean quoted = false;
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\n' && !quoted) {
                    records.add(text.substring(from, i));
                    from = i + 1;
                }
            }
            if (from < text.length()) {
                records.add(text.substring(from));
            }
            return records;
        }
    }
}
