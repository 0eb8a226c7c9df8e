package io.sextant.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Orientation;

/** Which panel is where: the docked ones in the window, and windows of their own with those that float. A plain value. */
record DeskLayout(Area docked, List<FloatingWindow> floating) {

    /** A part of a window. */
    sealed interface Area {

        /** All panels in it, in reading order. */
        Stream<String> panels();

        /** Without the panels that are not {@code wanted}; empty when none is left. */
        Optional<Area> keeping(Predicate<String> wanted);
    }

    /** Areas side by side or one above the other; dividers stand at shares of the whole, between 0 and 1. */
    record Split(Orientation orientation, List<Area> areas, List<Double> dividers) implements Area {

        Split {
            areas = List.copyOf(areas);
            dividers = List.copyOf(dividers);
            if (areas.size() < 2 || dividers.size() != areas.size() - 1) {
                throw new IllegalArgumentException(
                        areas.size() + " areas cannot be divided by " + dividers.size() + " dividers");
            }
            double previous = 0;
            for (double divider : dividers) {
                if (!(divider >= previous && divider <= 1)) {
                    throw new IllegalArgumentException("dividers stand in order between 0 and 1, were " + dividers);
                }
                previous = divider;
            }
        }

        @Override
        public Stream<String> panels() {
            return areas.stream().flatMap(Area::panels);
        }

        @Override
        public Optional<Area> keeping(Predicate<String> wanted) {
            List<Area> kept = new ArrayList<>();
            List<Double> keptDividers = new ArrayList<>();
            for (int i = 0; i < areas.size(); i++) {
                Optional<Area> area = areas.get(i).keeping(wanted);
                if (area.isEmpty()) {
                    continue;
                }
                if (!kept.isEmpty()) {
                    keptDividers.add(dividers.get(i - 1));
                }
                kept.add(area.get());
            }
            return switch (kept.size()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(kept.getFirst());
                default -> Optional.of(new Split(orientation, kept, keptDividers));
            };
        }
    }

    /** Panels behind one another; {@code selected} is in front. */
    record Tabs(List<String> ids, String selected) implements Area {

        Tabs {
            ids = List.copyOf(ids);
            if (!ids.contains(selected)) {
                throw new IllegalArgumentException("the selected tab " + selected + " is none of " + ids);
            }
        }

        static Tabs of(String... ids) {
            return new Tabs(List.of(ids), ids[0]);
        }

        @Override
        public Stream<String> panels() {
            return ids.stream();
        }

        @Override
        public Optional<Area> keeping(Predicate<String> wanted) {
            List<String> kept = ids.stream().filter(wanted).toList();
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Tabs(kept, kept.contains(selected) ? selected : kept.getFirst()));
        }
    }

    /** A window of its own, in screen coordinates. */
    record FloatingWindow(double x, double y, double width, double height, Area area) {}

    DeskLayout {
        floating = List.copyOf(floating);
    }

    Stream<String> panels() {
        return Stream.concat(
                docked.panels(),
                floating.stream().flatMap(window -> window.area().panels()));
    }

    /** Without panels that do not exist and without repetitions; empty when nothing is left to dock. */
    Optional<DeskLayout> keeping(Predicate<String> exists) {
        List<String> seen = new ArrayList<>();
        Predicate<String> firstTime = id -> exists.test(id) && !seen.contains(id) && seen.add(id);
        Optional<Area> main = docked.keeping(firstTime);
        List<FloatingWindow> windows = new ArrayList<>();
        for (FloatingWindow window : floating) {
            window.area()
                    .keeping(firstTime)
                    .ifPresent(area -> windows.add(
                            new FloatingWindow(window.x(), window.y(), window.width(), window.height(), area)));
        }
        return main.map(area -> new DeskLayout(area, windows));
    }

    /** Watchlist left, the chart large in the middle, the book and the ticket at the right, the rest in tabs below. */
    static DeskLayout standard(double width, double height) {
        double listWidth = Math.clamp(width * 0.175, 236, 300);
        double ladderWidth = Math.clamp(width * 0.15, 228, 276);
        double ticketWidth = Math.clamp(width * 0.175, 272, 320);
        double left = Math.max(width - ladderWidth - ticketWidth, width * 0.4);
        Area top = new Split(
                Orientation.HORIZONTAL,
                List.of(Tabs.of(PanelIds.WATCHLIST), Tabs.of(PanelIds.CHART)),
                List.of(listWidth / left));
        Area work = new Split(
                Orientation.VERTICAL,
                List.of(
                        top,
                        Tabs.of(
                                PanelIds.BLOTTER,
                                PanelIds.PORTFOLIO,
                                PanelIds.JOURNAL,
                                PanelIds.DATA,
                                PanelIds.SCHEDULES)),
                List.of(height > 950 ? 0.70 : 0.66));
        Area right = new Split(
                Orientation.VERTICAL,
                List.of(Tabs.of(PanelIds.TICKET), Tabs.of(PanelIds.TAPE, PanelIds.HEATMAP)),
                List.of(Math.clamp(560 / height, 0.5, 0.7)));
        return new DeskLayout(
                new Split(
                        Orientation.HORIZONTAL,
                        List.of(work, Tabs.of(PanelIds.LADDER), right),
                        List.of(left / width, (left + ladderWidth) / width)),
                List.of());
    }
}
