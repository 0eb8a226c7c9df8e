package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where data lies: by platform, portable, by profile; and whose format it may have. */
class DataPlacesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_DATA_HOME, /x, /x/sextant",
        "Linux, XDG_DATA_HOME, relative/x, /home/ada/.local/share/sextant",
        "Linux, OTHER, /x, /home/ada/.local/share/sextant",
        "Mac OS X, XDG_DATA_HOME, /x, /home/ada/Library/Application Support/Sextant",
        "Windows 11, APPDATA, /roaming, /roaming/Sextant",
        "Windows 11, OTHER, /x, /home/ada/AppData/Roaming/Sextant"
    })
    void everyPlatformHasItsPlace(String system, String variable, String value, Path place) {
        assertThat(DataFolder.usual(Map.of(variable, value), "/home/ada", system))
                .isEqualTo(place);
    }

    @Test
    void aMarkBesideTheLauncherKeepsTheDataThere() throws Exception {
        assertThat(DataFolder.portable(folder)).isEmpty();

        Files.createFile(folder.resolve(DataFolder.PORTABLE_MARK));

        assertThat(DataFolder.portable(folder)).contains(folder.resolve("sextant-data"));
    }

    @Test
    void profilesAreFoldersOfTheirOwnBelowTheUsualOne() throws Exception {
        Profiles profiles = new Profiles(folder);
        assertThat(profiles.names()).isEmpty();
        Files.createDirectories(profiles.folder("Zoë"));
        Files.createDirectories(profiles.folder("desk 2"));
        Files.createDirectories(folder.resolve("profiles/.hidden"));

        assertThat(profiles.names()).containsExactly("Zoë", "desk 2");
        Profiles seenFromOne = Profiles.around(profiles.folder("Zoë"));
        assertThat(seenFromOne.usual()).isEqualTo(folder);
        assertThat(seenFromOne.nameOf(profiles.folder("Zoë"))).contains("Zoë");
        assertThat(Profiles.around(folder).nameOf(folder)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", ".x", "-x", "a\\b", "a:b", "x.", "x ", "a\nb"})
    void aNameThatCouldLeaveTheFolderOrHideIsNone(String name) {
        assertThat(Profiles.isName(name)).isFalse();
        assertThatThrownBy(() -> new Profiles(folder).folder(name)).isInstanceOf(SessionProblem.class);
    }

    @Test
    void dataOfANewerVersionIsRefusedKindlyAndStaysAsItIs() throws Exception {
        Files.writeString(folder.resolve("format"), "sextant-data 2\n");

        assertThatThrownBy(() -> SessionFolder.of(DeskOptions.in(folder)))
                .isInstanceOf(SessionProblem.class)
                .hasMessageContaining("newer Sextant (format 2; this one knows 1)")
                .hasMessageContaining("Nothing was changed");
        assertThatThrownBy(() -> DeskFolder.of(folder, Optional.empty())).isInstanceOf(SessionProblem.class);
        assertThat(folder.toFile().list()).containsExactly("format");
    }

    @Test
    void dataFromBeforeThereWereNumbersAreTakenAndNoted() throws Exception {
        SessionFolder.of(DeskOptions.in(folder));
        assertThat(folder.resolve("format")).doesNotExist();

        DataFormat.note(folder);

        assertThat(Files.readString(folder.resolve("format"))).isEqualTo("sextant-data 1\n");
        DataFormat.requireKnown(folder);
    }
}
