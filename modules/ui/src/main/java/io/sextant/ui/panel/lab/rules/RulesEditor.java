package io.sextant.ui.panel.lab.rules;

import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.rules.OpenedRules;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.SavedRules;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens rules, has them looked through at every change, and saves them; what would be lost is asked about first. */
public final class RulesEditor {

    private final EngineBridge engine;
    private final Texts texts;
    private final RulesModel model = new RulesModel();
    private final Consumer<String> run;
    private int asked;
    private @Nullable RulesPane pane;
    /** What was warned of once: the same asked for again is meant. */
    private String warned = "";

    /** @param run tests a file at once, which the engine has by then */
    public RulesEditor(EngineBridge engine, Texts texts, Consumer<String> run) {
        this.engine = engine;
        this.texts = texts;
        this.run = run;
        model.sheet().addListener(change -> {
            warned = "";
            check();
        });
    }

    /** Whether what stands in the editor would be lost with it. */
    public boolean hasUnsaved() {
        return model.hasUnsaved();
    }

    public RulesPane pane() {
        RulesPane known = pane;
        if (known != null) {
            return known;
        }
        RulesPane made = new RulesPane(
                model,
                texts,
                new RulesPane.Wishes(this::fresh, this::open, model::undo, () -> save(false), () -> save(true)));
        pane = made;
        check();
        return made;
    }

    /** The files as they are now. */
    public void refresh() {
        engine.ask(new Query.OwnRules()).whenComplete((files, failure) -> {
            if (failure == null) {
                model.files.setAll(files);
            }
        });
    }

    private void check() {
        int wanted = ++asked;
        engine.ask(new Query.CheckRules(model.now())).whenComplete((check, failure) -> {
            if (failure != null) {
                tell(true, texts.get("rules.failed", String.valueOf(failure.getMessage())));
            } else if (wanted == asked) {
                model.check.set(check);
            }
        });
    }

    private void fresh() {
        if (mayLeave("")) {
            model.open(Optional.empty(), Optional.empty(), RuleSheet.EMPTY);
            tell(false, "");
        }
    }

    private void open(String file) {
        if (!mayLeave(file)) {
            return;
        }
        engine.ask(new Query.ReadRules(file)).whenComplete((opened, failure) -> {
            if (failure != null) {
                tell(true, texts.get("rules.failed", String.valueOf(failure.getMessage())));
            } else {
                opened.ifPresentOrElse(this::take, () -> tell(true, texts.get("rules.gone", file)));
            }
        });
    }

    private void take(OpenedRules opened) {
        if (opened.sheet().isEmpty()) {
            tell(true, texts.get("rules.broken", opened.file(), String.join("; ", opened.troubles())));
            return;
        }
        model.open(
                Optional.of(opened.file()),
                Optional.of(opened.text()),
                opened.sheet().get());
        tell(false, opened.hasRemarks() ? texts.get("rules.remarks", opened.file()) : "");
    }

    /** Asks once where something was not saved. */
    private boolean mayLeave(String to) {
        String what = "leave " + to;
        if (!model.hasUnsaved() || warned.equals(what)) {
            warned = "";
            return true;
        }
        tell(true, texts.get("rules.unsaved"));
        warned = what;
        return false;
    }

    private void save(boolean andRun) {
        if (!model.canSave()) {
            return;
        }
        String file = model.target();
        RuleSheet sheet = model.now();
        engine.start(new Job.SaveRules(file, sheet, model.savedText)).result().whenComplete((saved, failure) -> {
            if (failure != null) {
                tell(true, texts.get("rules.failed", String.valueOf(failure.getMessage())));
            } else {
                told(saved, andRun);
            }
        });
    }

    private void told(SavedRules saved, boolean andRun) {
        switch (saved) {
            case SavedRules.Saved(String file, String text) -> {
                model.file.set(Optional.of(file));
                model.savedText = Optional.of(text);
                tell(false, texts.get("rules.saved", file));
                refresh();
                if (andRun) {
                    run.accept(file);
                }
            }
            case SavedRules.Taken(String file) -> tell(true, texts.get("rules.taken", file));
            case SavedRules.ChangedMeanwhile(String file) -> tell(true, texts.get("rules.changed", file));
            case SavedRules.Wrong wrong -> tell(true, texts.get("rules.wrong"));
            case SavedRules.CannotWrite(String file, String why) ->
                tell(true, texts.get("rules.cannot-write", file, why));
        }
    }

    private void tell(boolean refused, String words) {
        model.refused.set(refused);
        model.notice.set(words);
    }
}
