package io.sextant.store.database;

import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseFromNewerVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** What a database, jOOQ and Flyway throw, told as what is wrong outside. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    static RuntimeException atOpening(Backing backing, RuntimeException cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        if (cause instanceof FlywayValidateException) {
            return new StoreException(new DatabaseFromNewerVersion(backing.place(), firstLine(cause)), cause);
        }
        return new StoreException(backing.explain(cause).orElseGet(() -> backing.unopened(firstLine(cause))), cause);
    }

    /** At work, what is not explained is a mistake of ours and stays what it is. */
    static RuntimeException atWork(Backing backing, RuntimeException cause) {
        return backing.explain(cause)
                .<RuntimeException>map(problem -> new StoreException(problem, cause))
                .orElse(cause);
    }

    static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.lines().findFirst().orElse("").strip().replaceAll("\\.+$", "");
    }
}
