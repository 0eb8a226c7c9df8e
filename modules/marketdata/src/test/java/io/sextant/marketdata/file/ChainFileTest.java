package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.ChainRow;
import io.sextant.domain.dataset.ChainSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainFileTest {

    @TempDir
    Path folder;

    private ChainFile file(String text) throws IOException {
        return ChainFile.read(Files.writeString(folder.resolve("chain.csv"), text));
    }

    @Test
    void readsContractsAndTheUnderlyingOfADay() throws IOException {
        ChainFile file = file("""
                date,expiry,strike,right,close,volume,open_interest
                20200102,,,,101,5000,
                20200102,20200201.0,90,C,11.6,1,10
                20200103,20200201.0,90,put,0.4,,30
                """);
        assertThat(file.days()).containsExactly(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 3));
        ChainSheet first = file.sheet(LocalDate.of(2020, 1, 2));
        assertThat(first.underlying()).isEqualTo(101);
        assertThat(first.rows())
                .containsExactly(new ChainRow(true, 90, LocalDate.of(2020, 2, 1), 11.6, 1, 10, Double.NaN, Double.NaN));
        assertThat(file.newest().underlying()).isNaN();
        assertThat(file.newest().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.call()).isFalse());
        assertThat(file.written(LocalDate.of(2020, 2, 1))).isEqualTo("20200201");
    }

    @Test
    void aMarketOfTwoSidesSaysMoreThanTheLastTrade() throws IOException {
        ChainFile file = file("""
                date,expiry,strike,right,bid,ask,last
                2020-01-02,2020-02-01,90,C,1,1.5,9
                2020-01-02,2020-02-01,95,C,0,1.5,7
                """);
        assertThat(file.newest().rows()).extracting(ChainRow::price).containsExactly(1.25, 7.0);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> file("date,expiry,strike,right,close\n2020-01-02,2020-02-01,90,X,1\n")
                        .newest())
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("no right");
        assertThatThrownBy(() -> file("date,expiry,strike,right,close\n2020-01-02,2020-02-01,-5,C,1\n")
                        .newest())
                .hasMessageContaining("strike above zero");
        assertThatThrownBy(() -> file("date,expiry,strike,right,close\nsoon,2020-02-01,5,C,1\n"))
                .hasMessageContaining("is no day");
        assertThatThrownBy(() -> file("when,expiry,strike,right,close\n2020-01-02,2020-02-01,5,C,1\n"))
                .hasMessageContaining("no column date");
    }
}
