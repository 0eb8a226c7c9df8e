package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.DatabaseFromNewerVersion;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/** What H2, jOOQ and Flyway throw, told as what is wrong with the file. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** While opening, whatever is not explained otherwise means that the file cannot be what was written. */
    static RuntimeException atOpening(Path file, Content content, RuntimeException cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        if (cause instanceof FlywayValidateException) {
            return new StoreException(new DatabaseFromNewerVersion(file, firstLine(cause)), cause);
        }
        return new StoreException(
                explain(file, content, cause).orElseGet(() -> new DatabaseDamaged(file, content, firstLine(cause))),
                cause);
    }

    /** At work, what is not explained is a mistake of ours and stays what it is. */
    static RuntimeException atWork(Path file, Content content, RuntimeException cause) {
        return explain(file, content, cause)
                .<RuntimeException>map(problem -> new StoreException(problem, cause))
                .orElse(cause);
    }

    private static Optional<StoreProblem> explain(Path file, Content content, Throwable thrown) {
        Optional<StoreProblem> outside = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException refused) {
                return Optional.of(new FolderUnusable(file, firstLine(refused)));
            }
            if (cause instanceof SQLException failed) {
                outside = outside.or(() -> explain(file, content, failed.getErrorCode(), failed));
            }
            if (cause instanceof MVStoreException failed) {
                outside = outside.or(() -> Optional.of(new DatabaseDamaged(file, content, firstLine(failed))));
            }
        }
        return outside;
    }

    private static Optional<StoreProblem> explain(Path file, Content content, int code, SQLException failed) {
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Optional.of(new FolderLocked(file, ""));
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                    ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX,
                    ErrorCode.WRONG_USER_OR_PASSWORD,
                    // Not a mistake in our statements, which are made from the migrations: H2 went back to an older
                    // state.
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.COLUMN_NOT_FOUND_1 -> Optional.of(new DatabaseDamaged(file, content, firstLine(failed)));
            default -> Optional.empty();
        };
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.lines().findFirst().orElse("").strip().replaceAll("\\.+$", "");
    }
}
