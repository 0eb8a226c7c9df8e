package io.sextant.app.cli;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskStore;
import io.sextant.app.session.StoreChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a desk that is opened keeps its tables and bars from now on. */
final class StoreOptions {

    private static final String IN_FILES = "files";

    @Option(
            names = "--store",
            paramLabel = "URL",
            description =
                    "Keep this desk's tables and bars at jdbc:postgresql://HOST:PORT/DATABASE from now on, or back in files"
                            + " of its folder (files). As last time if not given.")
    @Nullable String url;

    @Option(names = "--store-user", paramLabel = "USER", description = "Who enters that database.")
    @Nullable String user;

    @Option(
            names = "--store-password-from",
            paramLabel = "PLACE",
            description =
                    "Where that user's password lies: env:NAME or file:PATH (env:SEXTANT_STORE_PASSWORD if not given).")
    @Nullable String passwordFrom;

    /** Before the desk is opened. */
    void keep(DeskOptions options, @Nullable CommandSpec spec) {
        if (url == null) {
            if ((user != null || passwordFrom != null) && spec != null) {
                throw new ParameterException(
                        spec.commandLine(), "--store-user and --store-password-from go with --store");
            }
            return;
        }
        if (url.equals(IN_FILES)) {
            DeskStore.keepInFiles(options);
        } else {
            DeskStore.keepOn(
                    options, new StoreChoice(url, Optional.ofNullable(user), Optional.ofNullable(passwordFrom)));
        }
    }
}
