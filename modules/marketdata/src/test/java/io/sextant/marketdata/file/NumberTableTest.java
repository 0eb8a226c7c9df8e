package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberTableTest {

    @TempDir
    Path folder;

    private NumberTable read(byte[] bytes) throws IOException {
        return NumberTable.read(Files.write(folder.resolve("table.csv"), bytes));
    }

    private NumberTable read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatStandsThereAndNothingMore() throws IOException {
        NumberTable table = read("prix;n\n1.5;2\nabc;\n\n-3e2;4\n");

        assertThat(table.headings()).containsExactly("prix", "n");
        assertThat(table.numbers("prix")).containsExactly(1.5, Double.NaN, -300);
        assertThat(table.numbers("n")).containsExactly(2, Double.NaN, 4);
        assertThat(table.texts("prix")).containsExactly("1.5", "abc", "-3e2");
    }

    @Test
    void callsColumnsByNumberWhereThereIsNoHeading() throws IOException {
        assertThat(read("1,2\n3,4\n").numbers("2")).containsExactly(2, 4);
    }

    @Test
    void refusesWhatIsNoTextAndWhatIsEmpty() {
        assertThatThrownBy(() -> read(new byte[] {'a', ',', 'b', '\n', '1', 0, 2}))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("no text");
        assertThatThrownBy(() -> read("\n \n")).isInstanceOf(FileProblem.class).hasMessageContaining("no rows");
    }

    @Test
    void tellsHeadingsWithoutTheirControlCharacters() {
        assertThatThrownBy(() -> read("a\u001b[31m,b\n1,2\n").numbers("c"))
                .isInstanceOf(FileProblem.class)
                .hasMessage("There is no column c; the file has a?[31m, b.");
    }
}
