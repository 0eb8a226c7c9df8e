package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sextant.app.briefing.BriefingSchedule;
import io.sextant.app.briefing.SettingsDesk;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.language.Language;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is wished on the command line for a desk without a window. */
class BriefingOptionsTest {

    @TempDir
    Path folder;

    /** The options alone. */
    @CommandLine.Command(name = "wish")
    static final class Wish {

        @CommandLine.Mixin
        BriefingOptions briefing = new BriefingOptions();

        static BriefingOptions of(String... arguments) {
            Wish wish = new Wish();
            var unused = new CommandLine(wish).parseArgs(arguments);
            return wish.briefing;
        }
    }

    private static SteppedClock clock(String time) {
        return new SteppedClock(Instant.parse(time).getEpochSecond() * 1_000_000_000L);
    }

    private static BriefingSchedule kept(EngineClient engine) {
        return BriefingSchedule.of(
                engine.ask(new Query.Settings()).toCompletableFuture().join());
    }

    @Test
    void aWishIsKeptUntilSomethingElseIsSaid() {
        SettingsDesk desk = new SettingsDesk();
        SteppedClock clock = clock("2026-11-17T07:00:00Z");
        Wish.of("--briefing-at", "07:30", "--briefing-folder", folder.toString())
                .keep(desk, clock);
        clock.moveTo(clock("2026-11-17T08:00:00Z").nanos());
        Wish.of("--briefing-lang", "fr").keep(desk, clock);
        assertThat(kept(desk).since())
                .as("another language changes no debt")
                .isEqualTo(Instant.parse("2026-11-17T07:00:00Z"));
        Wish.of("--briefing-weekly", "monday").keep(desk, clock);
        Wish.of().keep(desk, clock);
        assertThat(kept(desk))
                .isEqualTo(new BriefingSchedule(
                        Optional.of(LocalTime.of(7, 30)),
                        Optional.of(DayOfWeek.MONDAY),
                        Language.FRENCH,
                        Optional.of(folder.toString()),
                        Instant.parse("2026-11-17T08:00:00Z")));
        Wish.of("--briefing-at", "off", "--briefing-lang", "en").keep(desk, clock);
        assertThat(kept(desk).at()).as("who says off knows it").isEmpty();
    }

    @Test
    void whatNoClockWouldEverWriteIsRefusedAndNotKept() {
        SettingsDesk desk = new SettingsDesk();
        for (String[] timeless : new String[][] {{"--briefing-lang", "fr"}, {"--briefing-folder", "there"}}) {
            assertThatExceptionOfType(CommandLine.ParameterException.class)
                    .isThrownBy(() -> Wish.of(timeless).keep(desk, clock("2026-11-17T07:00:00Z")))
                    .withMessageContaining("--briefing-at 07:30");
        }
        assertThat(kept(desk)).isEqualTo(BriefingSchedule.NONE);
    }

    @Test
    void whatIsNoTimeNoDayAndNoLanguageIsSaidBeforeTheDeskOpens() {
        for (List<String> wrong : List.of(
                List.of("--briefing-at", "25:00"),
                List.of("--briefing-weekly", "someday"),
                List.of("--briefing-lang", "de"))) {
            CliRun run =
                    CliRun.of(Stream.concat(Stream.of("--data", folder.toString(), "run", "--headless"), wrong.stream())
                            .toArray(String[]::new));
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("'" + wrong.getLast() + "'");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
