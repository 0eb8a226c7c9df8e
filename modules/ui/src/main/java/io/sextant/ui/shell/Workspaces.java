package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.shell.DeskAction.Group;
import io.sextant.ui.shell.WorkspaceProblem.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The samples for each persona, and a person's own arrangements as files. */
final class Workspaces {

    private final Texts texts;
    private final Toasts toasts;
    private final Docking docking;
    private final Predicate<String> exists;
    private final Stage stage;

    Workspaces(DeskContext context, Docking docking, Predicate<String> exists, Stage stage) {
        texts = context.texts();
        toasts = context.toasts();
        this.docking = docking;
        this.exists = exists;
        this.stage = stage;
    }

    List<DeskAction> actions() {
        List<DeskAction> actions = new ArrayList<>();
        for (Persona persona : Persona.values()) {
            actions.add(DeskAction.of(
                    "workspace." + persona.label(),
                    Group.PANELS,
                    texts.bind("shell.action.workspace.sample", texts.bind("shell.persona." + persona.name())),
                    () -> arrange(persona)));
        }
        actions.add(DeskAction.of(
                "workspace.open", Group.PANELS, texts.bind("shell.action.workspace.open"), this::askToOpen));
        actions.add(DeskAction.of(
                "workspace.save", Group.PANELS, texts.bind("shell.action.workspace.save"), this::askToSave));
        return actions;
    }

    private void arrange(Persona persona) {
        persona.workspace().keeping(exists).ifPresent(docking::apply);
    }

    /** Arranges the panels as the file says, or tells why not; what is no workspace changes nothing. */
    void open(Path file) {
        try {
            docking.apply(read(file).keeping(exists).orElseThrow(() -> new WorkspaceProblem(Reason.NO_PANEL)));
            toasts.info(texts.get("shell.workspace.opened"), nameOf(file));
        } catch (WorkspaceProblem problem) {
            toasts.show(
                    Toasts.Kind.WARNING,
                    texts.get("shell.workspace.not-opened"),
                    texts.get("shell.workspace.problem." + problem.reason().name(), nameOf(file)));
        }
    }

    void save(Path file) {
        docking.capture().ifPresent(layout -> {
            try {
                Files.writeString(file, WorkspaceText.write(layout));
                toasts.show(Toasts.Kind.DONE, texts.get("shell.workspace.saved"), file.toString());
            } catch (IOException e) {
                toasts.show(
                        Toasts.Kind.WARNING,
                        texts.get("shell.workspace.not-saved"),
                        texts.get("shell.workspace.problem.UNREADABLE", nameOf(file)));
            }
        });
    }

    private static DeskLayout read(Path file) throws WorkspaceProblem {
        try {
            if (Files.size(file) > WorkspaceText.LONGEST) {
                throw new WorkspaceProblem(Reason.NOT_A_WORKSPACE);
            }
            return WorkspaceText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WorkspaceProblem(Reason.UNREADABLE);
        }
    }

    private void askToOpen() {
        Optional.ofNullable(chooser("shell.workspace.open.title").showOpenDialog(stage))
                .map(File::toPath)
                .ifPresent(this::open);
    }

    private void askToSave() {
        FileChooser chooser = chooser("shell.workspace.save.title");
        chooser.setInitialFileName(texts.get("shell.workspace.file") + WorkspaceText.SUFFIX);
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(this::save);
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("shell.workspace.kind"), "*" + WorkspaceText.SUFFIX));
        return chooser;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
