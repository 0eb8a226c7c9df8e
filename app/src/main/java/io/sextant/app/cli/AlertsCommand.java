package io.sextant.app.cli;

import io.sextant.app.alert.AlertSending;
import io.sextant.app.session.DataFolder;
import io.sextant.app.session.OfflineDesk;
import io.sextant.app.speech.DeskVoice;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertCondition.IndicatorAt;
import io.sextant.domain.alert.AlertConditions;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertPlan.Repetition;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.QuietHours;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.engine.alert.AlertDesk;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.notify.outbox.ChannelTrial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a desk tells its person, and how: seen and changed here while it is closed, watched and sent while it is open. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Shows and changes what an open desk watches for you, and how it reaches you.")
final class AlertsCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw usage("Say what to do: alerts list, add, remove, pause, resume, channel, remove-channel or test");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Alerts, channels and what fired last.")
    int list(
            @Mixin DeskToChange desk, @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        AlertsText.print(Console.of(spec).out(), book(desk), json);
        return ExitCode.OK;
    }

    /** How an alert is told. */
    static final class Telling {

        @Option(names = "--name", paramLabel = "NAME", description = "What to call it (the condition itself).")
        @Nullable String name;

        @Option(names = "--priority", paramLabel = "P", description = "info, warning, error or urgent (warning).")
        AlertPriority priority = AlertPriority.WARNING;

        @Option(names = "--again", description = "Every time, not once.")
        boolean again;

        @Option(
                names = "--band",
                paramLabel = "X",
                description = "With --again: how far a number goes back before it can fire again (0).")
        double band;

        @Option(
                names = "--pause",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description =
                        "With --again: the least market time between two firings (0s; 5m for a number without a band).")
        Duration pause = Duration.ZERO;

        @Option(
                names = "--quiet",
                paramLabel = "TEXT",
                description = "Hold back what is not urgent: '22:00 07:00 Europe/Paris'.")
        @Nullable String quiet;

        @Option(
                names = "--for",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "Forget it after so long (never).")
        @Nullable Duration lasting;

        @Option(names = "--by", split = ",", paramLabel = "CHANNELS", description = "Channels besides the window.")
        List<String> by = List.of();
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an alert, or changes the one of that name.")
    int add(
            @Parameters(
                            paramLabel = "CONDITION",
                            arity = "1..*",
                            description = "Such as: price BTC-USDT below 50000. alerts kinds lists them.")
                    List<String> words,
            @Mixin Telling telling,
            @Mixin DeskToChange desk) {
        AlertPlan plan = understood(() -> plan(words, telling));
        for (String channel : plan.channels()) {
            if (book(desk).findChannel(channel).isEmpty()) {
                throw usage("There is no channel called '" + channel + "'");
            }
        }
        desk.change(dataFolder(), from -> plan.since(from).toSetting());
        say("Alert '" + plan.name() + "' is set: " + plan.condition().text() + ".");
        return ExitCode.OK;
    }

    private static AlertPlan plan(List<String> words, Telling telling) {
        AlertCondition condition = AlertConditions.parse(String.join(" ", words));
        if (condition instanceof IndicatorAt at) {
            AlertDesk.whyNotWatched(at).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
        }
        long now = new SystemClock().nanos();
        String name = telling.name;
        return new AlertPlan(
                name == null ? AlertPlan.nameFor(condition) : name,
                condition,
                telling.priority,
                telling.again ? Repetition.everyTime(condition, telling.band, telling.pause) : Repetition.ONCE,
                Optional.ofNullable(telling.quiet).map(QuietHours::parse),
                telling.lasting == null ? 0 : now + telling.lasting.toNanos(),
                telling.by,
                false,
                now,
                0);
    }

    @Command(name = "kinds", mixinStandardHelpOptions = true, description = "An example of every kind of condition.")
    int kinds() {
        AlertConditions.EXAMPLES.forEach(this::say);
        return ExitCode.OK;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forgets an alert.")
    int remove(@Parameters(paramLabel = "NAME") String name, @Mixin DeskToChange desk) {
        known(desk, name);
        desk.change(dataFolder(), AlertPlan.removal(name));
        say("Alert '" + name + "' is removed.");
        return ExitCode.OK;
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Lets an alert rest.")
    int pause(@Parameters(paramLabel = "NAME") String name, @Mixin DeskToChange desk) {
        return rest(desk, name, true);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets an alert go on, from the beginning.")
    int resume(@Parameters(paramLabel = "NAME") String name, @Mixin DeskToChange desk) {
        return rest(desk, name, false);
    }

    private int rest(DeskToChange desk, String name, boolean paused) {
        AlertPlan plan = known(desk, name);
        long now = new SystemClock().nanos();
        desk.change(dataFolder(), from -> plan.asPaused(paused, now, from).toSetting());
        say("Alert '" + name + (paused ? "' rests." : "' goes on."));
        return ExitCode.OK;
    }

    @Command(
            name = "channel",
            mixinStandardHelpOptions = true,
            description = {
                "Adds a channel, or changes the one of that name. Options by kind:",
                "email host=H port=P security=tls|starttls from=A to=B, secret user and password;",
                "telegram chat=ID, secret token; sms url=U to=N [tofield=F textfield=F], secret user and password;",
                "webhook url=U, secret to sign with, or no url and a secret that is the address; desktop; sound; voice.",
                "Secrets go into the vault: sextant vault add mail/main, telegram/main, sms/main or webhook/main."
            })
    int channel(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "KIND") AlertChannel.Kind kind,
            @Parameters(index = "2..*", paramLabel = "KEY=VALUE") @Nullable List<String> options,
            @Option(names = "--secret", paramLabel = "SERVICE/NAME", description = "Its entry in the vault.") @Nullable String secret,
            @Option(
                            names = "--per-hour",
                            paramLabel = "N",
                            defaultValue = "" + AlertChannel.USUAL_PER_HOUR,
                            description = "Sends at most so many an hour (${DEFAULT-VALUE}).")
                    int perHour,
            @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "en or fr (en).")
                    String language,
            @Mixin DeskToChange desk) {
        ChangeSetting setting = understood(() -> new AlertChannel(
                        name,
                        kind,
                        options(options == null ? List.of() : options),
                        Optional.ofNullable(secret).map(VenueAccount::parse),
                        perHour,
                        language.equalsIgnoreCase("fr"))
                .toSetting());
        desk.change(dataFolder(), setting);
        say("Channel '" + name + "' is kept. Try it with sextant alerts test " + name + ".");
        return ExitCode.OK;
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new TreeMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + word + "' is not KEY=VALUE");
            }
            options.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return options;
    }

    @Command(name = "remove-channel", mixinStandardHelpOptions = true, description = "Forgets a channel.")
    int removeChannel(@Parameters(paramLabel = "NAME") String name, @Mixin DeskToChange desk) {
        channel(book(desk), name);
        desk.change(dataFolder(), AlertChannel.removal(name));
        say("Channel '" + name + "' is removed. Its secret stays in the vault.");
        return ExitCode.OK;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends a test message by a channel, the desk open or not.")
    int test(
            @Parameters(paramLabel = "CHANNEL") String name,
            @Option(names = "--with-keyring", description = "Unlock the vault with the system's keyring.")
                    boolean keyring,
            @Mixin DeskToChange desk) {
        AlertChannel channel = channel(book(desk), name);
        Clock clock = new SystemClock();
        Path data = dataFolder();
        try (DeskVoice voice = new DeskVoice();
                LocalKeyDesk vault = LocalKeyDesk.in(
                        data == null ? DataFolder.usual() : data,
                        new VenueKeyInspector(clock, Optional.empty()),
                        clock)) {
            if (channel.secret().isPresent()) {
                VaultOpening.unlocked(vault, keyring);
            }
            Delivery result = ChannelTrial.of(channel, AlertSending.couriers(Optional.of(voice), clock), vault, clock);
            say("Channel '" + name + "': " + AlertsText.words(result) + ".");
            return result.stage() == Delivery.Stage.DELIVERED ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private AlertBook book(DeskToChange desk) {
        return OfflineDesk.alerts(desk.in(dataFolder()));
    }

    private AlertPlan known(DeskToChange desk, String name) {
        return book(desk)
                .find(name)
                .map(AlertBook.Entry::plan)
                .orElseThrow(() -> usage("There is no alert called '" + name + "'"));
    }

    private AlertChannel channel(AlertBook book, String name) {
        return book.findChannel(name).orElseThrow(() -> usage("There is no channel called '" + name + "'"));
    }

    private <T> T understood(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private void say(String sentence) {
        var out = Console.of(spec).out();
        out.println(sentence);
        out.flush();
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
