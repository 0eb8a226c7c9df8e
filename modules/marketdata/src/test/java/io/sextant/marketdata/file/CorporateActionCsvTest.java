package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.marketdata.bar.CorporateAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporateActionCsvTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("actions.csv"), text);
    }

    private static long day(String date) {
        return Instant.parse(date + "T00:00:00Z").getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void readsSplitsAndDividends() throws IOException {
        assertThat(CorporateActionCsv.read(file("""
                        ex_date,action,value
                        # the newest first
                        2014-08-07,dividend,0.47
                        2014-06-09,split,7:1

                        2011-05-09;split;1:10
                        2000-06-21,split,2
                        """)))
                .containsExactly(
                        new CorporateAction.Dividend(day("2014-08-07"), 0.47),
                        new CorporateAction.Split(day("2014-06-09"), 7, 1),
                        new CorporateAction.Split(day("2011-05-09"), 1, 10),
                        new CorporateAction.Split(day("2000-06-21"), 2, 1));
    }

    @Test
    void tellsTheLineThatItDoesNotUnderstand() throws IOException {
        for (String line : new String[] {
            "2014-06-09,merger,1",
            "2014-06-09,split,0:1",
            "2014-13-09,split,2",
            "2014-06-09,split",
            "2014-06-09,dividend,-1"
        }) {
            Path file = file("ex_date,action,value\n" + line + "\n");
            assertThatThrownBy(() -> CorporateActionCsv.read(file))
                    .as(line)
                    .isInstanceOf(FileProblem.class)
                    .hasMessageContaining("Line 2");
        }
    }
}
