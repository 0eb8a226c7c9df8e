package io.sextant.reference.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.source.Observation;
import io.sextant.marketdata.macro.MacroCsv;
import io.sextant.marketdata.macro.MacroSeries;
import io.sextant.reference.LoopbackSite;
import io.sextant.reference.web.WebDocuments;
import io.sextant.reference.web.WebException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FredServiceTest {

    private final LoopbackSite site = new LoopbackSite();
    private final WebDocuments web = new WebDocuments();
    private final FredService service = new FredService(site.address("/fred/"), "sesame", web);

    @AfterEach
    void close() {
        web.close();
        site.close();
    }

    @Test
    void readsASeriesWithItsRevisions() throws Exception {
        site.page("/fred/series/observations", """
                {"observations":[
                  {"realtime_start":"2024-04-25","realtime_end":"2024-05-29","date":"2024-01-01","value":"1.6"},
                  {"realtime_start":"2024-05-30","realtime_end":"9999-12-31","date":"2024-01-01","value":"1.3"},
                  {"realtime_start":"2024-07-25","realtime_end":"9999-12-31","date":"2024-04-01","value":"."}]}
                """);

        MacroSeries series = service.fetch("GDP").orElseThrow();

        assertThat(series.findAt(MacroCsv.knownNanos(LocalDate.of(2024, 5, 29))))
                .map(Observation::value)
                .contains(1.6);
        assertThat(series.findAt(MacroCsv.knownNanos(LocalDate.of(2024, 5, 30))))
                .map(Observation::value)
                .contains(1.3);
        assertThat(site.requests()).singleElement().asString().contains("series_id=GDP", "api_key=sesame");
        assertThat(service.fetch("GDP")).isEmpty();
    }

    @Test
    void saysWhatWasWrongWithoutTheKey() {
        site.page("/fred/series/observations", "{\"observations\":[{\"date\":\"soon\",\"value\":\"1\"}]}");
        assertThatThrownBy(() -> service.fetch("GDP"))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("GDP")
                .hasMessageNotContaining("sesame");

        site.failure("/fred/series/observations", 400);
        assertThatThrownBy(() -> service.fetch("GDP"))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("status 400")
                .hasMessageNotContaining("sesame");
    }
}
