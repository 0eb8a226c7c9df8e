package io.sextant.ui.panel.sources;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.time.Clock;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** Lists the sources of news and macro series, adds, changes and forgets them, and reads one now. */
public final class SourcesController implements Panel {

    private static final System.Logger LOG = System.getLogger(SourcesController.class.getName());

    private final DeskContext context;
    private final Clock clock;
    private final SourcesModel model = new SourcesModel();
    private @Nullable SourcesView view;
    private @Nullable Subscription events;

    public SourcesController(DeskContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    @Override
    public String id() {
        return PanelIds.SOURCES;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("sources.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignN.NEWSPAPER_VARIANT_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        events = context.engine().onEventsFromNow(this::happened);
        load();
    }

    @Override
    public void onHide() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    @Override
    public void focusFirst() {
        ownView().table().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                "sources.add", DeskAction.Group.DATA, context.texts().bind("sources.action.add"), () -> {
                    context.desk().showPanel(PanelIds.SOURCES);
                    write(Optional.empty());
                }));
    }

    private SourcesView ownView() {
        SourcesView known = view;
        if (known != null) {
            return known;
        }
        SourcesView made = new SourcesView(model, context.texts());
        made.add().setOnAction(pressed -> write(Optional.empty()));
        made.firstAdd().setOnAction(pressed -> write(Optional.empty()));
        made.edit().setOnAction(pressed -> write(model.chosen().get()));
        made.remove().setOnAction(pressed -> model.chosen().get().ifPresent(this::remove));
        made.read().setOnAction(pressed -> model.chosen().get().ifPresent(this::read));
        made.form().save().setOnAction(pressed -> save(made));
        made.form().cancel().setOnAction(pressed -> model.writing().set(false));
        made.table()
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) ->
                        model.chosen().set(Optional.ofNullable(row).map(chosen -> chosen.get())));
        made.table().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                write(model.chosen().get());
            } else if (pressed.getCode() == KeyCode.DELETE) {
                model.chosen().get().ifPresent(this::remove);
            }
        });
        view = made;
        return made;
    }

    private void happened(Event event) {
        if (event instanceof SettingChanged changed && changed.key().startsWith("source.")) {
            load();
        }
    }

    private void load() {
        context.engine()
                .ask(new Query.Settings())
                .thenCombine(
                        context.engine().ask(new Query.MacroList()),
                        (settings, stored) -> SourceRow.of(SourceBook.of(settings), stored))
                .whenComplete((rows, failure) -> {
                    if (failure == null) {
                        model.loaded(rows);
                    } else {
                        LOG.log(System.Logger.Level.WARNING, "the sources did not load", failure);
                        model.failed(String.valueOf(failure.getMessage()));
                    }
                });
    }

    /** A new source, or the one that has a source to change. */
    private void write(Optional<SourceRow> row) {
        Optional<SourceDraft> known = row.flatMap(SourceDraft::of);
        if (row.isPresent() && known.isEmpty()) {
            return;
        }
        model.writing().set(true);
        ownView().form().show(known.orElseGet(() -> SourceDraft.empty(SourceDraft.Type.FEED)), known.isEmpty());
    }

    private void save(SourcesView shown) {
        SourceDraft draft = shown.form().draft();
        Optional<SourceDraft.Field> wrong = draft.wrong();
        shown.form().mark(wrong);
        if (wrong.isEmpty()) {
            submit(draft.setting());
            model.writing().set(false);
            shown.table().requestFocus();
        }
    }

    private void remove(SourceRow row) {
        if (row.news().isPresent()) {
            submit(NewsSource.removal(row.name()));
        } else if (row.macro().isPresent()) {
            submit(MacroSource.removal(row.name()));
        }
    }

    /** News are read by the engine's own clock, which is asked to do it now; a series is a job. */
    private void read(SourceRow row) {
        if (row.news().isPresent()) {
            submit(SourceBook.readNow(row.name(), clock.nanos()));
        }
        row.macro().ifPresent(source -> {
            model.reading().set(true);
            context.engine()
                    .start(new Job.ReadMacro(List.of(source), false))
                    .result()
                    .whenComplete((intakes, failure) -> {
                        model.reading().set(false);
                        if (failure != null) {
                            context.toasts().failed(failure);
                        } else {
                            intakes.forEach(this::tell);
                        }
                    });
        });
    }

    private void tell(MacroIntake intake) {
        submit(intake.result(clock.nanos()).toSetting());
    }

    private void submit(ChangeSetting setting) {
        context.engine().submit(setting).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (answer instanceof Answer.Refused refused) {
                context.toasts().refused(refused.refusal());
            }
        });
    }
}
