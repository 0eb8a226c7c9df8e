package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.ui.shell.DeskLayout.Area;
import io.sextant.ui.shell.DeskLayout.FloatingWindow;
import io.sextant.ui.shell.DeskLayout.Split;
import io.sextant.ui.shell.DeskLayout.Tabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import javafx.geometry.Orientation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @ParameterizedTest
    @CsvSource({"1440, 900", "1920, 1080", "1280, 720", "3840, 2160"})
    void standardLayoutHasEveryPanelOnceAndALargeChart(double width, double height) {
        DeskLayout layout = DeskLayout.standard(width, height);

        assertThat(layout.panels())
                .containsExactlyInAnyOrder(
                        PanelIds.WATCHLIST,
                        PanelIds.CHART,
                        PanelIds.LADDER,
                        PanelIds.TAPE,
                        PanelIds.HEATMAP,
                        PanelIds.TICKET,
                        PanelIds.BLOTTER,
                        PanelIds.PORTFOLIO,
                        PanelIds.JOURNAL,
                        PanelIds.DATA,
                        PanelIds.SCHEDULES);
        Split whole = (Split) layout.docked();
        Split work = (Split) whole.areas().getFirst();
        Split top = (Split) work.areas().getFirst();
        double chartShare = whole.dividers().getFirst() * (1 - top.dividers().getFirst());
        assertThat(chartShare).as("share of the width for the chart").isGreaterThan(0.4);
    }

    @Property(tries = 300)
    void readsBackEveryLayoutItWrites(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        DeskLayout layout = randomLayout(random);

        DeskLayout read = LayoutText.read(LayoutText.write(layout)).orElseThrow();

        assertThat(LayoutText.write(read)).isEqualTo(LayoutText.write(layout));
        assertThat(read.panels()).containsExactlyElementsOf(layout.panels().toList());
        assertThat(read.floating()).hasSameSizeAs(layout.floating());
    }

    @Test
    void keepsDividersToATenThousandth() {
        Split split = new Split(Orientation.HORIZONTAL, List.of(Tabs.of("a"), Tabs.of("b")), List.of(0.123_456));
        DeskLayout read = LayoutText.read(LayoutText.write(new DeskLayout(split, List.of())))
                .orElseThrow();
        assertThat(((Split) read.docked()).dividers().getFirst()).isCloseTo(0.123_456, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2 [a*]",
                "1 ",
                "1 [a]",
                "1 [a*",
                "1 h([a*])",
                "1 h([a*] 1.5 [b*])",
                "1 h([a*] 0.8 [b*] 0.2 [c*])",
                "1 h([a*] x [b*])",
                "1 [a*] @1,2,3 [b*]",
                "1 [a*]garbage"
            })
    void refusesWhatItDidNotWrite(String text) {
        assertThat(LayoutText.read(text)).isEmpty();
    }

    @Test
    void refusesATextThatIsNestedToExhaustTheStack() {
        assertThat(LayoutText.read("1 " + "h(".repeat(5_000))).isEmpty();
    }

    @Test
    void leavesOutPanelsThatAreGoneAndKeepsTheRestInOrder() {
        DeskLayout layout = LayoutText.read("1 h([a*,b] 0.3 v([c*] 0.5 [gone*]) 0.7 [gone2*,d]) @0,0,300,300 [gone3*]")
                .orElseThrow();

        DeskLayout kept = layout.keeping(Set.of("a", "b", "c", "d")::contains).orElseThrow();

        assertThat(LayoutText.write(kept)).isEqualTo("1 h([a*,b] 0.3000 [c*] 0.7000 [d*])");
    }

    @Test
    void showsAPanelThatIsNamedTwiceOnce() {
        DeskLayout layout = LayoutText.read("1 h([a*] 0.5 [a*,b])").orElseThrow();
        Optional<DeskLayout> kept = layout.keeping(id -> true);
        assertThat(kept.map(LayoutText::write)).contains("1 h([a*] 0.5000 [b*])");
    }

    @Test
    void isNothingWhenNoPanelIsLeft() {
        assertThat(DeskLayout.standard(1440, 900).keeping(id -> false)).isEmpty();
    }

    @Test
    void refusesDividersThatCannotStand() {
        assertThatThrownBy(() -> new Split(Orientation.VERTICAL, List.of(Tabs.of("a")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Split(Orientation.VERTICAL, List.of(Tabs.of("a"), Tabs.of("b")), List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tabs(List.of("a"), "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void remembersTheWindowsPlace() {
        WindowPlace place = new WindowPlace(-1200, 40, 1440, 900, true);
        assertThat(WindowPlace.read(place.write())).contains(place);
        assertThat(WindowPlace.read("1,2,3")).isEmpty();
        assertThat(WindowPlace.read("a,b,c,d,e")).isEmpty();
    }

    private static DeskLayout randomLayout(RandomGenerator random) {
        int[] next = {0};
        Area docked = randomArea(random, 0, next);
        List<FloatingWindow> floating = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            floating.add(new FloatingWindow(
                    random.nextInt(-2_000, 2_000),
                    random.nextInt(-500, 1_500),
                    random.nextInt(100, 2_000),
                    random.nextInt(100, 1_500),
                    randomArea(random, 2, next)));
        }
        return new DeskLayout(docked, floating);
    }

    private static Area randomArea(RandomGenerator random, int depth, int[] next) {
        if (depth >= 4 || random.nextInt(3) == 0) {
            List<String> ids = new ArrayList<>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                ids.add("panel-" + next[0]++);
            }
            return new Tabs(ids, ids.get(random.nextInt(ids.size())));
        }
        List<Area> areas = new ArrayList<>();
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            areas.add(randomArea(random, depth + 1, next));
        }
        List<Double> dividers =
                random.doubles(areas.size() - 1L).sorted().boxed().toList();
        Orientation orientation = random.nextBoolean() ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        return new Split(orientation, areas, dividers);
    }
}
