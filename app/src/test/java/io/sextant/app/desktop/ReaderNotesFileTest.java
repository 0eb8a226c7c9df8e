package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.ReaderNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderNotesFileTest {

    private static final ReaderNotes NOTES =
            new ReaderNotes(Language.FRENCH, Themes.Shade.LIGHT, Optional.of(Persona.QUANT));

    @TempDir
    Path data;

    @Test
    void aNewcomerIsAskedOnceAndRemembered() {
        ReaderNotesFile first = file(data.resolve("new"), true);
        assertThat(first.isNewcomer()).isTrue();
        assertThat(first.find()).isEmpty();

        first.keep(NOTES);

        ReaderNotesFile second = file(data.resolve("new"), true);
        assertThat(second.isNewcomer()).isFalse();
        assertThat(second.find()).contains(NOTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulated", "paper", "live"})
    void whoHasADeskIsNoNewcomer(String desk) throws Exception {
        Files.createDirectories(data.resolve(desk));

        assertThat(file(data, true).isNewcomer()).isFalse();
    }

    @Test
    void nobodyIsAskedWhereNobodyIsToBe() {
        assertThat(file(data, false).isNewcomer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "language=xx\ntheme=DARK", "language=fr\ntheme=PINK", "\\uZZZZ=1"})
    void whatCannotBeReadIsNotKnown(String text) throws Exception {
        Files.writeString(data.resolve(ReaderNotesFile.NAME), text);

        assertThat(file(data, true).find()).isEmpty();
        assertThat(file(data, true).isNewcomer()).isFalse();
    }

    @Test
    void aPersonaOfAnotherVersionIsLeftOut() throws Exception {
        Files.writeString(data.resolve(ReaderNotesFile.NAME), "language=en\ntheme=DARK\npersona=astronaut\n");

        assertThat(file(data, true).find())
                .contains(new ReaderNotes(Language.ENGLISH, Themes.Shade.DARK, Optional.empty()));
    }

    @Test
    void theServerOfLastTimeIsOfferedWhileItIsKeptAndNothingElseWasAskedFor() {
        file(data, true).keep(NOTES.at(Optional.of("London")));
        assertThat(file(data, true).lastServer()).contains("London");
        assertThat(file(data, false).lastServer())
                .as("a command said what to open")
                .isEmpty();
        assertThat(new ReaderNotesFile(data, true, name -> false).lastServer())
                .as("it was removed meanwhile")
                .isEmpty();

        file(data, true).keep(NOTES);
        assertThat(file(data, true).lastServer()).isEmpty();
    }

    private static ReaderNotesFile file(Path folder, boolean mayAsk) {
        return new ReaderNotesFile(folder, mayAsk, "London"::equals);
    }
}
