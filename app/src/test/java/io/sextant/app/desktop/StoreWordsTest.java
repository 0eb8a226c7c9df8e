package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.ui.i18n.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreWordsTest {

    private static final Path FOLDER = Path.of("desk");

    private static final List<StoreProblem> PROBLEMS = List.of(
            new StoreProblem.FolderLocked(FOLDER, ""),
            new StoreProblem.FolderLocked(FOLDER, "process 7"),
            new StoreProblem.FolderUnusable(FOLDER, "no room"),
            new StoreProblem.JournalDamaged(FOLDER, "Record 5 is damaged."),
            new StoreProblem.JournalLost(FOLDER, "Record 5 is damaged."),
            new StoreProblem.JournalUnreadable(FOLDER, 1_234_567, "bad checksum"),
            new StoreProblem.JournalFailed(FOLDER, 1_234_567, "no room"),
            new StoreProblem.TablesStopped("no room"),
            new StoreProblem.DatabaseDamaged("desk", Content.TABLES, "torn page"),
            new StoreProblem.DatabaseDamaged("desk", Content.BARS, "torn page"),
            new StoreProblem.DatabaseFromNewerVersion("desk", "version 9"),
            new StoreProblem.ServerUnreachable("jdbc:postgresql://host/db", "refused"),
            new StoreProblem.ServerRefused("jdbc:postgresql://host/db", "no such user"),
            new StoreProblem.StoreInUse("desk_simulated at host"),
            new StoreProblem.BarsDamaged(InstrumentId.of("BTC-USDT"), Timeframe.H1, 0, 1));

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEveryProblemWithAllItsParticulars(Language language) {
        StoreWords words = new StoreWords(language);

        assertThat(PROBLEMS.stream().map(words::sentence))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence ->
                        assertThat(sentence).endsWith(".").doesNotContain("{").hasSizeGreaterThan(60));
        assertThat(words.sentence(new StoreProblem.JournalFailed(FOLDER, 1_234_567, "no room")))
                .contains("desk", "1234567", "no room");
    }

    @Test
    void englishIsWhatTheStoreItselfSays() {
        StoreWords words = new StoreWords(Language.ENGLISH);

        assertThat(PROBLEMS.stream().filter(problem -> !(problem instanceof StoreProblem.JournalDamaged)))
                .allSatisfy(problem -> assertThat(words.sentence(problem)).isEqualTo(problem.sentence()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhereAJournalAndItsReplayPart(Language language) {
        assertThat(new StoreWords(language).diverged(1_234_567))
                .contains("1234567")
                .endsWith(".");
    }

    @Test
    void bothLanguagesHaveEverySentence() {
        assertThat(keys(Locale.FRENCH)).isEqualTo(keys(Locale.ENGLISH)).isNotEmpty();
        assertThat(new StoreWords(Language.FRENCH).sentence(PROBLEMS.getFirst()))
                .startsWith("Un autre Sextant");
    }

    private static java.util.Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle(
                        "io.sextant.app.desktop.problems",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
