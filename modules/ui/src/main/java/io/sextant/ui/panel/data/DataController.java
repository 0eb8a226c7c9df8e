package io.sextant.ui.panel.data;

import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.request.Subscription;
import io.sextant.ui.panel.data.archive.ArchiveController;
import io.sextant.ui.panel.data.intake.FilePicker;
import io.sextant.ui.panel.data.intake.IntakeController;
import io.sextant.ui.panel.data.quality.QualityController;
import io.sextant.ui.parts.FileOpener;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.ImportWish;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Puts the three parts together: what is stored, how good the chosen series is, and the import of more. */
public final class DataController implements Panel {

    /** The parts are made when the panel is first looked at. */
    private record Parts(
            ArchiveController archive, QualityController quality, IntakeController intake, DataView view) {}

    private final DeskContext context;
    private final FilePicker picker;
    private final Consumer<Path> opener;
    private @Nullable Parts parts;
    private @Nullable Subscription wishes;

    public DataController(DeskContext context) {
        this(context, FilePicker.dialogs(context.texts()), new FileOpener(context));
    }

    /** {@code picker} asks for files, {@code opener} shows one. */
    DataController(DeskContext context, FilePicker picker, Consumer<Path> opener) {
        this.context = context;
        this.picker = picker;
        this.opener = opener;
    }

    @Override
    public String id() {
        return PanelIds.DATA;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("data.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignD.DATABASE_OUTLINE;
    }

    @Override
    public Node view() {
        return parts().view();
    }

    @Override
    public void onOpen() {
        wishes = context.signals().on(ImportWish.class, wish -> {
            context.desk().showPanel(PanelIds.DATA);
            offer(wish.files());
        });
    }

    @Override
    public void onClose() {
        Subscription open = wishes;
        wishes = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void onShow() {
        parts().archive().load();
        parts().quality().onShow();
        parts().intake().onShow();
    }

    @Override
    public void onHide() {
        parts().quality().onHide();
        parts().intake().onHide();
    }

    @Override
    public void focusFirst() {
        if (parts().intake().isOpen().get()) {
            parts().intake().focus();
        } else {
            parts().archive().focus();
        }
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                                "data.import",
                                DeskAction.Group.DATA,
                                context.texts().bind("data.action.import"),
                                () -> ask(picker::files))
                        .withShortcut("Shortcut+I"),
                DeskAction.of(
                                "data.import-folder",
                                DeskAction.Group.DATA,
                                context.texts().bind("data.action.import-folder"),
                                this::askForFolder)
                        .withShortcut("Shortcut+Shift+I"),
                DeskAction.of(
                                "data.reload",
                                DeskAction.Group.DATA,
                                context.texts().bind("data.action.reload"),
                                () -> parts().archive().load())
                        .withPanelShortcut("F5"));
    }

    private void askForFolder() {
        ask(owner -> picker.folder(owner).map(List::of).orElse(List.of()));
    }

    private void ask(Function<@Nullable Window, List<Path>> question) {
        context.desk().showPanel(PanelIds.DATA);
        if (context.saysThatFilesAreElsewhere()) {
            return;
        }
        Scene scene = parts().view().getScene();
        parts().intake().open(question.apply(scene == null ? null : scene.getWindow()));
    }

    private void offer(List<Path> files) {
        if (!context.saysThatFilesAreElsewhere()) {
            parts().intake().open(files);
        }
    }

    private Parts parts() {
        Parts known = parts;
        if (known != null) {
            return known;
        }
        ArchiveController archive = new ArchiveController(context, () -> ask(picker::files), this::askForFolder);
        QualityController quality = new QualityController(context, archive.chosen());
        IntakeController intake = new IntakeController(context, opener, stored -> stored(archive, stored));
        DataView view = new DataView(
                archive.view(), quality.view(), intake.view(), intake.isOpen(), context.texts(), this::offer);
        Parts made = new Parts(archive, quality, intake, view);
        parts = made;
        return made;
    }

    private static void stored(ArchiveController archive, Optional<SeriesImport> first) {
        first.ifPresentOrElse(archive::loadAndChoose, archive::load);
    }
}
