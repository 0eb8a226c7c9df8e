package io.sextant.ui.shell;

import io.sextant.ui.shell.DeskLayout.Area;
import io.sextant.ui.shell.DeskLayout.Split;
import io.sextant.ui.shell.DeskLayout.Tabs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.SplitPane;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** Turns a layout into docking containers and back. */
final class DockTree {

    private final Bento bento;
    private final Function<String, Dockable> dockables;

    DockTree(Bento bento, Function<String, Dockable> dockables) {
        this.bento = bento;
        this.dockables = dockables;
    }

    DockContainerRootBranch build(Area area) {
        DockContainerRootBranch root = bento.dockBuilding().root();
        switch (area) {
            case Split split -> fill(root, split);
            case Tabs tabs -> root.addContainer(leaf(tabs));
        }
        return root;
    }

    /** Empty when no panel is in it. */
    static Optional<Area> capture(DockContainer container) {
        if (container instanceof DockContainerLeaf leaf) {
            return captureTabs(leaf);
        }
        DockContainerBranch branch = (DockContainerBranch) container;
        List<Area> areas = new ArrayList<>();
        List<Double> dividers = new ArrayList<>();
        double[] positions = branch.getDividerPositions();
        List<DockContainer> children = branch.getChildContainers();
        for (int i = 0; i < children.size(); i++) {
            Optional<Area> area = capture(children.get(i));
            if (area.isEmpty()) {
                continue;
            }
            if (!areas.isEmpty()) {
                double previous = dividers.isEmpty() ? 0 : dividers.getLast();
                dividers.add(Math.clamp(positions[i - 1], previous, 1));
            }
            areas.add(area.get());
        }
        return switch (areas.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(areas.getFirst());
            default -> Optional.of(new Split(branch.getOrientation(), areas, dividers));
        };
    }

    static Stream<DockContainerLeaf> leaves(DockContainer container) {
        return switch (container) {
            case DockContainerLeaf leaf -> Stream.of(leaf);
            case DockContainerBranch branch ->
                branch.getChildContainers().stream().flatMap(DockTree::leaves);
            default -> Stream.empty();
        };
    }

    private static Optional<Area> captureTabs(DockContainerLeaf leaf) {
        List<String> ids =
                leaf.getDockables().stream().map(Dockable::getIdentifier).toList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Dockable selected = leaf.getSelectedDockable();
        return Optional.of(new Tabs(ids, selected == null ? ids.getFirst() : selected.getIdentifier()));
    }

    private DockContainerLeaf leaf(Tabs tabs) {
        DockContainerLeaf leaf = bento.dockBuilding().leaf();
        tabs.ids().forEach(id -> leaf.addDockable(dockables.apply(id)));
        leaf.selectDockable(dockables.apply(tabs.selected()));
        return leaf;
    }

    private void fill(DockContainerBranch branch, Split split) {
        branch.setOrientation(split.orientation());
        boolean hasChart = split.panels().anyMatch(PanelIds.CHART::equals);
        for (Area area : split.areas()) {
            DockContainer child = switch (area) {
                case Tabs tabs -> leaf(tabs);
                case Split inner -> {
                    DockContainerBranch innerBranch = bento.dockBuilding().branch();
                    fill(innerBranch, inner);
                    yield innerBranch;
                }
            };
            branch.addContainer(child);
            // A larger window is for the chart; lists keep their width.
            boolean grows = !hasChart || area.panels().anyMatch(PanelIds.CHART::equals);
            SplitPane.setResizableWithParent(child.asRegion(), grows);
        }
        placeDividers(
                branch,
                split.dividers().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Now and once more when the branch has its size: the first layout of a split pane moves dividers that stood before it. */
    private static void placeDividers(DockContainerBranch branch, double[] positions) {
        branch.setDividerPositions(positions);
        ChangeListener<Number> onFirstSize = new ChangeListener<>() {
            @Override
            public void changed(
                    javafx.beans.value.ObservableValue<? extends Number> size, Number before, Number after) {
                branch.widthProperty().removeListener(this);
                Platform.runLater(() -> {
                    if (branch.getDividerPositions().length == positions.length) {
                        branch.setDividerPositions(Arrays.copyOf(positions, positions.length));
                    }
                });
            }
        };
        branch.widthProperty().addListener(onFirstSize);
    }
}
