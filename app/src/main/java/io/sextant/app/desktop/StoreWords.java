package io.sextant.app.desktop;

import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.BarsDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseFromNewerVersion;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import io.sextant.store.problem.StoreProblem.JournalDamaged;
import io.sextant.store.problem.StoreProblem.JournalFailed;
import io.sextant.store.problem.StoreProblem.JournalLost;
import io.sextant.store.problem.StoreProblem.JournalUnreadable;
import io.sextant.store.problem.StoreProblem.ServerRefused;
import io.sextant.store.problem.StoreProblem.ServerUnreachable;
import io.sextant.store.problem.StoreProblem.StoreInUse;
import io.sextant.store.problem.StoreProblem.TablesStopped;
import io.sextant.ui.i18n.Language;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ResourceBundle;

/** What is wrong with a desk's store, in the reader's language: what happened, what is safe, what to do. */
final class StoreWords {

    private final Language language;
    private final ResourceBundle words;

    StoreWords(Language language) {
        this.language = language;
        words = ResourceBundle.getBundle(
                StoreWords.class.getPackageName() + ".problems",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String sentence(StoreProblem problem) {
        return switch (problem) {
            case FolderLocked(Path folder, String holder) ->
                say(holder.isEmpty() ? "folder-locked" : "folder-locked-by", folder, holder);
            case FolderUnusable(Path folder, String detail) -> say("folder-unusable", folder, detail);
            case JournalDamaged(Path folder, String detail) -> say("journal-damaged", folder, detail);
            case JournalLost(Path folder, String detail) -> say("journal-lost", folder, detail);
            case JournalUnreadable(Path segment, long position, String detail) ->
                say("journal-unreadable", segment.getFileName(), position, detail);
            case JournalFailed(Path folder, long safe, String detail) -> say("journal-failed", folder, safe, detail);
            case TablesStopped(String detail) -> say("tables-stopped", detail);
            case DatabaseDamaged(String place, var content, String detail) ->
                say(
                        switch (content) {
                            case TABLES -> "tables-damaged";
                            case BARS -> "bars-file-damaged";
                        },
                        place,
                        detail);
            case DatabaseFromNewerVersion(String place, String detail) -> say("database-newer", place, detail);
            case ServerUnreachable(String server, String detail) -> say("server-unreachable", server, detail);
            case ServerRefused(String server, String detail) -> say("server-refused", server, detail);
            case StoreInUse(String place) -> say("store-in-use", place);
            case BarsDamaged(var instrument, var timeframe, long first, long last) ->
                say("bars-damaged", timeframe.label(), instrument, time(first), time(last));
        };
    }

    /** Of a journal that no longer replays, from record {@code position} on. */
    String diverged(long position) {
        return say("journal-diverged", position);
    }

    private String say(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new MessageFormat(words.getString(key), language.locale()).format(texts);
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
