package io.sextant.domain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.source.MacroSource.Origin;
import io.sextant.domain.source.NewsSource.Form;
import io.sextant.domain.source.SourceResult.Kind;
import io.sextant.domain.source.SourceResult.Outcome;
import java.net.URI;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceBookTest {

    private final Map<String, String> settings = new HashMap<>();

    private void set(ChangeSetting setting) {
        settings.put(setting.key(), setting.value());
    }

    @Test
    void readsFromTheSettingsWhatWasWrittenThere() {
        NewsSource wire = NewsSource.of(" Wire ", Form.FEED, "https://wire.example/rss", "", 5);
        NewsSource api = NewsSource.of("Api", Form.JSON, "https://api.example/v2/top?q=a", "env:NEWS_KEY", 15);
        MacroSource prices = new MacroSource(
                "CPI", new Origin.Service(URI.create("https://f.example/fred"), "CPIAUCSL", KeyPlace.parse("file:/k")));
        MacroSource rain = new MacroSource("Rain", new Origin.CsvFile("/data/rain.csv", Optional.of(Period.ofDays(1))));
        MacroSource votes = new MacroSource("Votes", new Origin.CsvFile("/data/votes.csv", Optional.empty()));
        SourceResult result = new SourceResult(Kind.NEWS, "Wire", Outcome.FAILED, 7, "wire.example\ncannot be reached");
        set(wire.toSetting());
        set(api.toSetting());
        set(prices.toSetting());
        set(rain.toSetting());
        set(votes.toSetting());
        set(result.toSetting());
        set(SourceBook.readNow("Wire", 42));
        settings.put("source.news.Future", "telepathy\nhttps://x.example\n\n5");
        settings.put("theme", "dark");

        SourceBook book = SourceBook.of(settings);

        assertThat(book.news())
                .containsExactly(
                        new SourceBook.News(api, Optional.empty(), 0),
                        new SourceBook.News(wire, Optional.of(result), 42));
        assertThat(book.macro()).extracting(SourceBook.Macro::source).containsExactly(prices, rain, votes);
        set(NewsSource.removal("Wire"));
        set(MacroSource.removal("CPI"));
        assertThat(SourceBook.of(settings).findNews("Wire")).isEmpty();
        assertThat(SourceBook.of(settings).findMacro("CPI")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/?apiKey=sesame,",
        "https://x.example/?q=a&token=sesame,",
        "https://me:sesame@x.example/,",
        "ftp://x.example/,",
        "not an address,",
        "http://x.example/v2,env:NEWS_KEY",
        "https://x.example/v2,sesame"
    })
    void refusesAddressesThatWouldGiveAKeyAwayWithoutRepeatingIt(String address, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewsSource.of("X", Form.JSON, address, key == null ? "" : key, 5))
                .withMessageNotContaining("sesame");
    }

    @Test
    void refusesNamesAndRhythmsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewsSource.of("", Form.FEED, "https://x.example", "", 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewsSource.of("x".repeat(61), Form.FEED, "https://x.example", "", 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewsSource.of("a\nb", Form.FEED, "https://x.example", "", 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewsSource.of("X", Form.FEED, "https://x.example", "", 0));
    }
}
