package io.sextant.app.session;

import io.sextant.store.database.ServerLogin;
import io.sextant.store.database.StorePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;

/**
 * A store on a server as a person names it. The password itself is never part of it: {@code passwordFrom} says where it lies, as
 * {@code env:NAME} or {@code file:PATH}; where nothing is said, in {@value #USUAL_PASSWORD}.
 */
public record StoreChoice(String url, Optional<String> user, Optional<String> passwordFrom) {

    /** The environment variable that holds the password where no other place is named. */
    public static final String USUAL_PASSWORD = "SEXTANT_STORE_PASSWORD";

    private static final String IN_ENVIRONMENT = "env:";
    private static final String IN_FILE = "file:";
    private static final int LONGEST_PASSWORD_BYTES = 8_192;

    /** The place of a desk's tables and bars there. */
    StorePlace.OnServer place(String desk, Map<String, String> environment) {
        try {
            return new StorePlace.OnServer(ServerLogin.of(url, user, password(environment)), desk);
        } catch (IllegalArgumentException e) {
            throw new SessionProblem(String.valueOf(e.getMessage()), e);
        }
    }

    private String password(Map<String, String> environment) {
        if (passwordFrom.isEmpty()) {
            return environment.getOrDefault(USUAL_PASSWORD, "");
        }
        String from = passwordFrom.get();
        if (from.startsWith(IN_ENVIRONMENT)) {
            String name = from.substring(IN_ENVIRONMENT.length());
            return Optional.ofNullable(environment.get(name))
                    .orElseThrow(() -> new SessionProblem(
                            "The environment variable " + name + " with the store's password is not set."));
        }
        if (from.startsWith(IN_FILE)) {
            return read(Path.of(from.substring(IN_FILE.length())));
        }
        throw new SessionProblem(
                "A store's password comes from env:NAME or file:PATH, never from the command line itself.");
    }

    private static String read(Path file) {
        try {
            if (isOpenToAll(file)) {
                throw new SessionProblem("Everybody on this machine can read " + file
                        + ", which holds the store's password. Take that right away first: chmod o-rwx " + file + ".");
            }
            if (Files.size(file) > LONGEST_PASSWORD_BYTES) {
                throw new SessionProblem(file + " is too long for a password.");
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new SessionProblem(
                    "The store's password cannot be read from " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean isOpenToAll(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
