package io.sextant.app.doctor;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.OfflineDesk;
import io.sextant.app.session.SessionProblem;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Can the desk's journal and tables be opened? */
final class DatabaseCheck {

    private DatabaseCheck() {}

    static Finding examine(Path dataFolder) {
        Path desk = dataFolder.resolve("simulated");
        if (!Files.isDirectory(desk)) {
            return Finding.well("Database", "no desk yet; the first run makes one in " + desk);
        }
        try {
            List<String> findings = OfflineDesk.examine(DeskOptions.in(dataFolder));
            return findings.isEmpty()
                    ? Finding.well("Database", "journal and tables in " + desk + " are whole")
                    : Finding.watch("Database", String.join(" ", findings), "");
        } catch (SessionProblem e) {
            String what = String.valueOf(e.getMessage());
            return isOpenElsewhere(e)
                    ? Finding.watch(
                            "Database",
                            what,
                            "It is in use, which is well; ask again when it is closed to have it examined.")
                    : Finding.unwell("Database", what, "");
        }
    }

    private static boolean isOpenElsewhere(SessionProblem problem) {
        return problem.getCause() instanceof StoreException store
                && (store.problem() instanceof StoreProblem.FolderLocked
                        || store.problem() instanceof StoreProblem.StoreInUse);
    }
}
