package io.sextant.app.cli;

import io.sextant.app.server.ServerFolder;
import io.sextant.app.session.DataFolder;
import io.sextant.domain.vault.Secret;
import io.sextant.remote.identity.PasswordHash;
import io.sextant.remote.identity.User;
import io.sextant.remote.identity.UserFile;
import io.sextant.remote.protocol.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Who may come in, and as what. A running engine sees each change at once. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description =
                "Lists who may come in: view looks, trade sends orders and stops, admin sets limits and strategies.")
final class EngineUsersCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable EngineCommand engine;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Table table = new Table("USER", "ROLE", "PASSWORD", "CERTIFICATES");
        users().all()
                .forEach(user -> table.row(
                        user.name(),
                        user.role().name().toLowerCase(Locale.ROOT),
                        user.password().isPresent() ? "yes" : "no",
                        user.certificates().size()));
        PrintWriter out = Console.of(spec).out();
        table.printOr(out, "Nobody yet. Add somebody: sextant engine users add NAME --role trade");
        out.flush();
        return ExitCode.OK;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds somebody, without a way in yet.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "view, trade or admin.")
                    Role role) {
        if (users().find(name).isPresent()) {
            throw new RefusedByRule("There is a user " + name + " already.");
        }
        try {
            users().put(new User(name, role, Optional.empty(), List.of()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedByRule(String.valueOf(wrong.getMessage()));
        }
        return say(name + " is a user. A way in: sextant engine certificates user " + name
                + ", or sextant engine users password " + name);
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Gives somebody a new password, asked for twice, or read from standard input, a line each.")
    int password(@Parameters(paramLabel = "NAME") String name) {
        known(name);
        try (Secret first = SecretInput.ask("New password");
                Secret second = SecretInput.ask("The same again")) {
            char[] one = first.toCharArray();
            char[] other = second.toCharArray();
            try {
                if (!Arrays.equals(one, other)) {
                    throw new RefusedByRule("The two are not the same; nothing was changed.");
                }
                String hash = PasswordHash.RECOMMENDED.of(one, new SecureRandom());
                change(name, user -> user.withPassword(hash));
            } catch (IllegalArgumentException wrong) {
                throw new RefusedByRule(String.valueOf(wrong.getMessage()));
            } finally {
                Arrays.fill(one, '\0');
                Arrays.fill(other, '\0');
            }
        }
        return say(name + " has a new password. It counts where the engine runs with --passwords.");
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Changes what somebody may.")
    int role(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "ROLE") Role role) {
        change(name, user -> user.withRole(role));
        return say(
                name + " has the role " + role.name().toLowerCase(Locale.ROOT) + " with the next line that is opened.");
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Strikes off all certificates that somebody was given.")
    int revoke(@Parameters(paramLabel = "NAME") String name) {
        change(name, User::withoutCertificates);
        return say("None of the certificates of " + name + " opens the door any more.");
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Shuts somebody out.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        known(name);
        users().remove(name);
        return say(name + " is no user any more.");
    }

    private void change(String name, UnaryOperator<User> change) {
        if (!users().change(name, change)) {
            throw new RefusedByRule("Nobody is called " + name + " here any more; nothing was changed.");
        }
    }

    private User known(String name) {
        return users().find(name).orElseThrow(() -> new RefusedByRule("Nobody is called " + name + " here."));
    }

    private UserFile users() {
        Path data = engine == null ? null : engine.dataFolder();
        return new ServerFolder(data == null ? DataFolder.usual() : data).users();
    }

    private int say(String sentence) {
        PrintWriter out = Console.of(spec).out();
        out.println(sentence);
        out.flush();
        return ExitCode.OK;
    }
}
