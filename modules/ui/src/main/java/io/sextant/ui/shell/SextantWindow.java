package io.sextant.ui.shell;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.LastTime;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.WindowMemory;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.theme.Zoom;
import io.sextant.ui.theme.ZoomedPopups;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The main window on one engine: bars, panels, palette, and what is remembered of them. */
public final class SextantWindow implements AutoCloseable {

    /**
     * What an engine does not know about its reader. {@code persona} gives a desk that remembers no layout its first one; {@code keys}
     * names the window's commands.
     */
    public record Reader(
            Language language, ZoneId zone, Themes.Shade shade, Optional<Persona> persona, Supplier<CommandKey> keys) {}

    /**
     * The desk to show.
     *
     * @param arrangement how the window before had it, see {@link #arrangement()}; goes before what is remembered of this desk
     */
    public record Opening(DeskOpener.OpenDesk desk, Map<String, String> arrangement) {

        public Opening {
            arrangement = Map.copyOf(arrangement);
        }
    }

    private record Remembered(List<Instrument> instruments, Map<String, String> settings, DeskState desk) {}

    private static final String SECOND_PALETTE_KEYS = "Shortcut+Shift+P";

    private final Stage stage;
    private final EngineBridge engine;
    private final Texts texts;
    private final Themes themes;
    private final ZoomedPopups popups;
    private final Settings settings;
    private final Toasts toasts;
    private final DeskContext context;
    private final PanelRegistry panels;
    private final EngineWatch watch;
    private final Docking docking;
    private final OldLook oldLook;
    private final ActionKeys actions;
    private final Workspaces workspaces;
    private final Tour tour;
    private final Optional<Persona> persona;
    private final Overlay overlay = new Overlay();
    private final StackPane root = new StackPane();
    private boolean closed;

    /**
     * Asks the engine what it remembers and then opens the window on {@code stage}; fails when the engine does not answer. On the
     * JavaFX thread. {@code desks} is told when the reader wants to sit at another one.
     */
    public static CompletionStage<SextantWindow> open(
            Stage stage, EngineClient client, List<? extends PanelFactory> panels, Reader reader, DeskMenu desks) {
        return open(stage, new Opening(new DeskOpener.OpenDesk(client, List.of()), Map.of()), panels, reader, desks);
    }

    public static CompletionStage<SextantWindow> open(
            Stage stage, Opening opening, List<? extends PanelFactory> panels, Reader reader, DeskMenu desks) {
        Optional<DeskOpener.FarDesk> far = opening.desk().far();
        EngineBridge engine =
                new EngineBridge(opening.desk().engine(), far.map(DeskOpener.FarDesk::link), reader.keys());
        CompletionStage<Map<String, String>> settings = far.map(
                        one -> CompletableFuture.completedStage(one.memory().load()))
                .orElseGet(() -> engine.ask(new Query.Settings()));
        return engine.ask(new Query.Instruments())
                .thenCombine(settings, (all, known) -> Map.entry(all, Arrangement.over(known, opening.arrangement())))
                .thenCombine(
                        engine.ask(new Query.Desk()),
                        (both, desk) -> new Remembered(both.getKey(), both.getValue(), desk))
                .thenApply(remembered -> {
                    SextantWindow window = new SextantWindow(
                            stage, engine, panels, reader, remembered, far.map(DeskOpener.FarDesk::memory), desks);
                    window.show();
                    return window;
                })
                .whenComplete((window, failure) -> {
                    if (failure != null) {
                        engine.close();
                    }
                });
    }

    private SextantWindow(
            Stage stage,
            EngineBridge engine,
            List<? extends PanelFactory> factories,
            Reader reader,
            Remembered remembered,
            Optional<WindowMemory> memory,
            DeskMenu desks) {
        this.stage = stage;
        this.engine = engine;
        settings = memory.map(kept -> new Settings(kept, remembered.settings()))
                .orElseGet(() -> new Settings(engine, remembered.settings()));
        texts = new Texts(
                settings.find(Arrangement.LANGUAGE).flatMap(Language::findByTag).orElse(reader.language()),
                settings.find(Arrangement.ZONE).flatMap(Arrangement::findZone).orElse(reader.zone()));
        themes = new Themes(
                settings.find(Arrangement.THEME).flatMap(Arrangement::findShade).orElse(reader.shade()));
        Arrangement.dress(themes, settings);
        popups = new ZoomedPopups(themes.scaleProperty());
        toasts = new Toasts(texts);
        InstrumentCatalog catalog = new InstrumentCatalog(remembered.instruments());
        context = new DeskContext(
                engine,
                catalog,
                texts,
                themes,
                settings,
                toasts,
                new Signals(),
                new DeskOfWindow(),
                new SimpleObjectProperty<>(this, "linkedInstrument", Arrangement.firstInstrument(settings, catalog)));
        panels = new PanelRegistry(factories, context);
        watch = new EngineWatch(engine, remembered.desk());
        docking = new Docking(panels, new AroundDocking());
        workspaces = new Workspaces(context, docking, this::exists, stage);
        tour = new Tour(texts, panels, docking);
        persona = reader.persona();
        oldLook = new OldLook(engine, texts, toasts);
        oldLook.add(docking.view());
        actions = new ActionKeys(docking::focusedPanel, new SeatActions(engine, texts, toasts));
        build(
                reader.zone(),
                new DeskSwitch(
                        texts, stage, overlay, desks.leaving(new LeaveCard(texts, overlay, panels::begun)), server()));
        Arrangement.remember(context);
    }

    /** What panels are given. */
    public DeskContext context() {
        return context;
    }

    public Scene scene() {
        return root.getScene();
    }

    /** How the window stands now, to go on the same with another engine. */
    public Map<String, String> arrangement() {
        rememberLayout();
        return Arrangement.of(context, stage);
    }

    public PanelRegistry panels() {
        return panels;
    }

    /** Shows a newcomer around; {@code afterwards} runs when the tour is over or was left. */
    public void beginTour(Runnable afterwards) {
        overlay.close();
        tour.begin(afterwards);
    }

    /** Says what was found of a desk that ended without being closed; {@code words} tell an order. */
    public void tellLastTime(LastTime last, Function<OrderDraft, String> words) {
        new LastTimeCard(texts, overlay).show(last, watch.desk().mode(), words);
    }

    /** Files that the system hands over: a workspace arranges the panels, others are offered for import. */
    public void openFiles(List<Path> files) {
        files.stream().filter(WorkspaceText::isNameOfOne).forEach(workspaces::open);
        List<Path> prices =
                files.stream().filter(Predicate.not(WorkspaceText::isNameOfOne)).toList();
        if (!prices.isEmpty()) {
            context.signals().send(new ImportWish(prices));
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Adds to the palette what the launcher can do. */
    void offer(List<DeskAction> more) {
        actions.add(more);
    }

    Docking docking() {
        return docking;
    }

    ActionKeys actions() {
        return actions;
    }

    EngineWatch watch() {
        return watch;
    }

    /** Writes what is to be remembered and ends all subscriptions. The engine belongs to whoever made it. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        rememberLayout();
        settings.put(Arrangement.PLACE, WindowPlace.of(stage).write());
        settings.flush();
        panels.all().forEach(Panel::onClose);
        docking.close();
        watch.close();
        engine.close();
        popups.close();
        stage.titleProperty().unbind();
    }

    private Optional<String> server() {
        return engine.linkProperty().get().map(LinkStatus::server);
    }

    private void build(ZoneId readersZone, DeskSwitch desks) {
        KillSwitch killSwitch = new KillSwitch(engine, texts, toasts, overlay, watch.deskProperty());
        MarketPace pace = new MarketPace(engine, texts, toasts, watch.deskProperty());
        CommandPalette palette = new CommandPalette(texts, overlay, actions, this::sentences);
        ShortcutSheet shortcuts = new ShortcutSheet(texts, overlay, actions::all);
        actions.add(ShellActions.of(new ShellActions.Targets(
                context,
                docking,
                panels,
                killSwitch,
                pace,
                desks,
                readersZone,
                palette::open,
                shortcuts::open,
                () -> beginTour(() -> {}),
                this::resetLayout,
                () -> stage.setFullScreen(!stage.isFullScreen()),
                this::quit)));
        actions.add(workspaces.actions());
        panels.all().forEach(actions::add);
        actions.alias(KeyCombination.valueOf(SECOND_PALETTE_KEYS), ShellActions.PALETTE);
        for (String keys : ShellActions.LARGER_KEYS) {
            actions.alias(KeyCombination.valueOf(keys), ShellActions.LARGER);
        }
        actions.alias(KeyCombination.valueOf("Shortcut+Subtract"), ShellActions.SMALLER);
        BorderPane frame = new BorderPane(docking.view());
        frame.setTop(new VBox(
                new TopBar(context, actions, watch.deskProperty(), pace, desks, panels::all).view(),
                new Banners(texts, watch, engine.linkProperty(), killSwitch).view()));
        frame.setBottom(new StatusBar(texts, watch, engine.linkProperty(), killSwitch).view());
        root.getChildren().setAll(frame, overlay.view(), tour.view());
        root.getStyleClass().add("window-root");
    }

    private List<DeskAction> sentences(String typed) {
        return panels.all().stream()
                .flatMap(panel -> panel.findSentence(typed).stream())
                .toList();
    }

    private void show() {
        WindowPlace place = settings.find(Arrangement.PLACE)
                .flatMap(WindowPlace::read)
                .filter(WindowPlace::isOnScreen)
                .map(WindowPlace::wholeOnScreen)
                .orElseGet(WindowPlace::first);
        Scene scene = new Scene(new Zoom(root, themes.scaleProperty()), place.width(), place.height());
        themes.apply(scene);
        actions.install(scene);
        docking.focus().watch(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(new LinkWords(texts).bindTitle(engine.linkProperty(), watch.deskProperty()));
        stage.getIcons().setAll(SextantIcon.windowIcons());
        stage.setOnCloseRequest(request -> close());
        place.applyTo(stage);
        docking.apply(settings.find(Arrangement.LAYOUT)
                .flatMap(LayoutText::read)
                .flatMap(layout -> layout.keeping(this::exists))
                .orElseGet(() -> standardLayout(place.width(), place.height())));
        stage.show();
        toasts.showOn(stage);
        panels.findPanel(PanelIds.CHART)
                .filter(chart -> docking.isDocked(chart.id()))
                .ifPresent(Panel::focusFirst);
        panels.all().forEach(Panel::onOpen);
    }

    private void resetLayout() {
        docking.apply(standardLayout(root.getWidth(), root.getHeight()));
        toasts.info(texts.get("shell.layout.reset.toast"), texts.get("shell.layout.reset.text"));
    }

    private DeskLayout standardLayout(double width, double height) {
        return Arrangement.firstLayout(persona, width, height, panels);
    }

    private boolean exists(String panelId) {
        return panels.findPanel(panelId).isPresent();
    }

    private void rememberLayout() {
        docking.capture().map(LayoutText::write).ifPresent(layout -> settings.put(Arrangement.LAYOUT, layout));
    }

    private void quit() {
        close();
        stage.close();
    }

    private final class DeskOfWindow implements DeskContext.Desk {

        @Override
        public void showPanel(String panelId) {
            panels.findPanel(panelId).ifPresent(docking::show);
        }

        @Override
        public boolean isShowing(String panelId) {
            return docking.isInSight(panelId);
        }

        @Override
        public void run(String actionId) {
            actions.getAction(actionId).run();
        }
    }

    private final class AroundDocking implements Docking.Surroundings {

        @Override
        public void layoutChanged() {
            rememberLayout();
        }

        @Override
        public void windowOpened(Stage floating) {
            Zoom.grow(floating.getScene(), themes.scaleProperty());
            themes.apply(floating.getScene());
            oldLook.add(floating.getScene().getRoot());
            actions.install(floating.getScene());
            docking.focus().watch(floating.getScene());
            floating.titleProperty().bind(texts.bind("shell.app.name"));
            floating.getIcons().setAll(stage.getIcons());
        }

        @Override
        public void windowClosed(Stage floating) {
            themes.release(floating.getScene());
            oldLook.remove(floating.getScene().getRoot());
        }

        @Override
        public Node nodeOf(Panel panel) {
            return FarNotice.around(panel, engine, texts, toasts);
        }

        @Override
        public ContextMenu menuFor(Panel panel) {
            return PanelMenu.of(panel.id(), texts, docking);
        }

        @Override
        public ObservableValue<String> emptyText() {
            return texts.bind(
                    "shell.layout.empty", KeyCaps.bind(KeyCombination.valueOf(ShellActions.PALETTE_KEYS), texts));
        }
    }
}
