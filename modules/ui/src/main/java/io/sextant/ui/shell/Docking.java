package io.sextant.ui.shell;

import io.sextant.ui.shell.DeskLayout.FloatingWindow;
import io.sextant.ui.theme.Zoom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import software.coley.bentofx.Bento;
import software.coley.bentofx.control.DragDropStage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/**
 * Where the panels are. Tells each panel when it comes into sight and when it goes, and whoever listens that the layout may have
 * changed.
 */
final class Docking {

    /** What the docking needs from the window around it. */
    interface Surroundings {

        void layoutChanged();

        /** A window with floating panels opened. */
        void windowOpened(Stage stage);

        void windowClosed(Stage stage);

        ContextMenu menuFor(Panel panel);

        /** The panel's view with what the window has to say about it. */
        Node nodeOf(Panel panel);

        /** What to say while no panel is docked. */
        ObservableValue<String> emptyText();
    }

    private static final System.Logger LOG = System.getLogger(Docking.class.getName());
    private static final double LEAST_SIZE = 160;
    private static final double FLOAT_WIDTH = 720;
    private static final double FLOAT_HEIGHT = 480;
    private static final int ICON_SIZE = 14;

    private final PanelRegistry panels;
    private final Surroundings surroundings;
    private final Bento bento = new Bento();
    private final DockTree tree = new DockTree(bento, this::dockable);
    private final Map<String, Dockable> dockables = new HashMap<>();
    private final DockFocus focus = new DockFocus(this::allLeaves);
    private final Set<Panel> inSight = new LinkedHashSet<>();
    private final List<Stage> floating = new ArrayList<>();
    private final BorderPane frame = new BorderPane();
    private final Label empty = new Label();
    private final StackPane view = new StackPane(empty, frame);
    private @Nullable DockContainerRootBranch root;
    private boolean lookScheduled;
    private boolean applying;

    Docking(PanelRegistry panels, Surroundings surroundings) {
        this.panels = panels;
        this.surroundings = surroundings;
        view.getStyleClass().add("dock");
        empty.getStyleClass().add("muted");
        empty.textProperty().bind(surroundings.emptyText());
        empty.setVisible(false);
        frame.setPickOnBounds(false);
        bento.events().addEventListener(event -> lookSoon());
        bento.stageBuilding().setStageFactory(owner -> newFloatingStage());
        bento.controlsBuilding().setCanvasFactory(leaf -> new DropHint());
        // A divider has no event of its own; it was dragged when the mouse lets go.
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> lookSoon());
    }

    Parent view() {
        return view;
    }

    /** Docks everything anew. Panels that are not in the layout are closed. */
    void apply(DeskLayout layout) {
        applying = true;
        try {
            closeFloating();
            if (root != null) {
                removeAll(root);
                bento.unregisterRoot(root);
            }
            root = tree.build(layout.docked());
            frame.setCenter(root);
            for (FloatingWindow window : layout.floating()) {
                openFloating(window);
            }
        } finally {
            applying = false;
        }
        fillWhatIsInFront();
        lookSoon();
    }

    /** The layout as it stands; empty while no panel is docked. */
    Optional<DeskLayout> capture() {
        DockContainerRootBranch current = root;
        if (current == null) {
            return Optional.empty();
        }
        List<FloatingWindow> windows = new ArrayList<>();
        for (Stage stage : floating) {
            rootOf(stage)
                    .flatMap(DockTree::capture)
                    .ifPresent(area -> windows.add(
                            new FloatingWindow(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), area)));
        }
        return DockTree.capture(current).map(docked -> new DeskLayout(docked, windows));
    }

    /** The focus of every window with panels is to be watched. */
    DockFocus focus() {
        return focus;
    }

    boolean isDocked(String panelId) {
        return leafOf(panelId).isPresent();
    }

    boolean isInSight(String panelId) {
        return inSight.stream().anyMatch(panel -> panel.id().equals(panelId));
    }

    /** Brings a panel to the front; one that was closed comes back behind or beside what is there. */
    void show(Panel panel) {
        Dockable dockable = dockable(panel.id());
        DockContainerLeaf leaf = leafOf(panel.id()).orElseGet(() -> {
            DockContainerLeaf home = homeFor();
            home.addDockable(dockable);
            return home;
        });
        LateView.fill(dockable);
        leaf.selectDockable(dockable);
        Window window = leaf.getScene() == null ? null : leaf.getScene().getWindow();
        if (window != null && !window.isFocused()) {
            window.requestFocus();
        }
        lookSoon();
        Platform.runLater(panel::focusFirst);
    }

    void close(String panelId) {
        leafOf(panelId).ifPresent(leaf -> leaf.closeDockable(dockable(panelId)));
        lookSoon();
    }

    /** Gives a panel a window of its own. */
    void tearOff(String panelId) {
        Dockable dockable = dockable(panelId);
        leafOf(panelId).ifPresent(leaf -> {
            Scene scene = leaf.getScene();
            double width = Math.max(leaf.getWidth(), FLOAT_WIDTH);
            double height = Math.max(leaf.getHeight(), FLOAT_HEIGHT);
            leaf.removeDockable(dockable);
            bento.stageBuilding()
                    .newStageForDockable(scene, dockable, width, height)
                    .show();
        });
        lookSoon();
    }

    /** Puts a panel beside its neighbours: to the right of them, or below. */
    void split(String panelId, Orientation orientation) {
        DockContainerLeaf leaf = leafOf(panelId).orElse(null);
        DockContainerBranch parent = leaf == null ? null : leaf.getParentContainer();
        if (leaf == null || parent == null || leaf.getDockables().size() < 2) {
            return;
        }
        Dockable dockable = dockable(panelId);
        leaf.removeDockable(dockable);
        DockContainerLeaf beside = bento.dockBuilding().leaf();
        beside.addDockable(dockable);
        if (parent.getOrientation() == orientation
                || parent.getChildContainers().size() == 1) {
            parent.setOrientation(orientation);
            parent.addContainer(parent.getChildContainers().indexOf(leaf) + 1, beside);
        } else {
            DockContainerBranch branch = bento.dockBuilding().branch();
            branch.setOrientation(orientation);
            parent.replaceContainer(leaf, branch);
            branch.addContainers(leaf, beside);
            branch.setDividerPositions(0.5);
        }
        lookSoon();
    }

    /** Puts a panel behind the tabs of the next group, in reading order. */
    void moveToNextGroup(String panelId) {
        List<DockContainerLeaf> leaves = allLeaves().toList();
        leafOf(panelId).filter(leaf -> leaves.size() > 1).ifPresent(leaf -> {
            DockContainerLeaf next = leaves.get((leaves.indexOf(leaf) + 1) % leaves.size());
            Dockable dockable = dockable(panelId);
            leaf.removeDockable(dockable);
            next.addDockable(dockable);
            next.selectDockable(dockable);
        });
        lookSoon();
    }

    /** The panel that has the keyboard, in whichever window. */
    Optional<Panel> focusedPanel() {
        return focus.current()
                .map(DockContainerLeaf::getSelectedDockable)
                .flatMap(dockable -> panels.findPanel(dockable.getIdentifier()));
    }

    /** The next panel in sight, in reading order; backwards when {@code steps} is negative. */
    void focusNext(int steps) {
        List<Panel> inOrder = allLeaves()
                .map(DockContainerLeaf::getSelectedDockable)
                .filter(Objects::nonNull)
                .flatMap(dockable -> panels.findPanel(dockable.getIdentifier()).stream())
                .toList();
        if (!inOrder.isEmpty()) {
            int current = focusedPanel().map(inOrder::indexOf).orElse(-1);
            show(inOrder.get(Math.floorMod(current + steps, inOrder.size())));
        }
    }

    List<Stage> floatingWindows() {
        return List.copyOf(floating);
    }

    /** Hides every panel, for good. */
    void close() {
        applying = true;
        closeFloating();
        List.copyOf(inSight).forEach(this::goesOutOfSight);
    }

    private void lookSoon() {
        if (!lookScheduled && !applying) {
            lookScheduled = true;
            Platform.runLater(this::look);
        }
    }

    private void look() {
        lookScheduled = false;
        if (applying) {
            return;
        }
        fillWhatIsInFront();
        Set<Panel> now = new LinkedHashSet<>();
        allLeaves()
                .map(DockContainerLeaf::getSelectedDockable)
                .filter(Objects::nonNull)
                .forEach(dockable -> panels.findPanel(dockable.getIdentifier()).ifPresent(now::add));
        List.copyOf(inSight).stream().filter(panel -> !now.contains(panel)).forEach(this::goesOutOfSight);
        now.stream().filter(inSight::add).forEach(panel -> tell(panel, Panel::onShow));
        focus.mark();
        empty.setVisible(root == null || root.getDockables().isEmpty());
        surroundings.layoutChanged();
    }

    private void goesOutOfSight(Panel panel) {
        inSight.remove(panel);
        tell(panel, Panel::onHide);
    }

    /** A panel with a bug must not take the others with it. */
    private static void tell(Panel panel, Consumer<Panel> what) {
        try {
            what.accept(panel);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the panel " + panel.id() + " failed when it came or went", e);
        }
    }

    private Stream<DockContainerLeaf> allLeaves() {
        Stream<DockContainer> roots =
                Stream.concat(Stream.ofNullable(root), floating.stream().flatMap(stage -> rootOf(stage).stream()));
        return roots.flatMap(DockTree::leaves);
    }

    private Optional<DockContainerLeaf> leafOf(String panelId) {
        return allLeaves()
                .filter(leaf -> leaf.getDockables().stream()
                        .anyMatch(dockable -> dockable.getIdentifier().equals(panelId)))
                .findFirst();
    }

    /** The group with the most tabs takes a panel that comes back; an empty window gets a first group. */
    private DockContainerLeaf homeFor() {
        DockContainerRootBranch current = Objects.requireNonNull(root, "nothing was docked yet");
        return DockTree.leaves(current)
                .max(java.util.Comparator.comparingInt(
                        leaf -> leaf.getDockables().size()))
                .orElseGet(() -> {
                    DockContainerLeaf first = bento.dockBuilding().leaf();
                    current.addContainer(first);
                    return first;
                });
    }

    private Dockable dockable(String panelId) {
        return dockables.computeIfAbsent(panelId, id -> {
            Panel panel = panels.findPanel(id).orElseThrow();
            Dockable made = bento.dockBuilding().dockable(id);
            made.titleProperty().bind(panel.title());
            made.setIconFactory(unused -> FontIcon.of(panel.icon(), ICON_SIZE));
            made.setContextMenuFactory(unused -> surroundings.menuFor(panel));
            made.setNode(new LateView(() -> surroundings.nodeOf(panel)));
            return made;
        });
    }

    private void fillWhatIsInFront() {
        allLeaves().map(DockContainerLeaf::getSelectedDockable).forEach(LateView::fill);
    }

    private void openFloating(FloatingWindow window) {
        DragDropStage stage = newFloatingStage();
        if (view.getScene() != null && view.getScene().getWindow() != null) {
            stage.initOwner(view.getScene().getWindow());
        }
        stage.setScene(new Scene(tree.build(window.area())));
        // On a screen that is gone it would be lost; without a place it opens over the main window.
        if (new WindowPlace(window.x(), window.y(), window.width(), window.height(), false).isOnScreen()) {
            stage.setX(window.x());
            stage.setY(window.y());
        }
        stage.setWidth(Math.max(LEAST_SIZE, window.width()));
        stage.setHeight(Math.max(LEAST_SIZE, window.height()));
        stage.show();
    }

    private DragDropStage newFloatingStage() {
        DragDropStage stage = new DragDropStage(true);
        stage.setMinWidth(LEAST_SIZE);
        stage.setMinHeight(LEAST_SIZE);
        stage.setOnShowing(showing -> {
            floating.add(stage);
            surroundings.windowOpened(stage);
            lookSoon();
        });
        stage.setOnCloseRequest(request -> rootOf(stage).ifPresent(this::removeAll));
        stage.setOnHidden(hidden -> {
            floating.remove(stage);
            surroundings.windowClosed(stage);
            lookSoon();
        });
        Consumer<Object> moved = unused -> lookSoon();
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.addListener(moved::accept));
        return stage;
    }

    private void closeFloating() {
        for (Stage stage : List.copyOf(floating)) {
            rootOf(stage).ifPresent(this::removeAll);
            stage.close();
        }
    }

    private void removeAll(DockContainer container) {
        for (DockContainerLeaf leaf : DockTree.leaves(container).toList()) {
            List.copyOf(leaf.getDockables()).forEach(leaf::removeDockable);
        }
    }

    private static Optional<DockContainerRootBranch> rootOf(Stage stage) {
        return stage.getScene() != null && Zoom.contentOf(stage.getScene()) instanceof DockContainerRootBranch found
                ? Optional.of(found)
                : Optional.empty();
    }
}
