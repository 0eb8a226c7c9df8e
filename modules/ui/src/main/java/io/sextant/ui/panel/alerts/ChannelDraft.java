package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.ui.i18n.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A channel while it is written, and what is still wrong with it. What is secret stands in its fields only until it is kept. */
final class ChannelDraft {

    /** How a mail server is spoken to. */
    enum Security {
        TLS,
        STARTTLS,
        NONE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SECURITY = "security";
    private static final int PORT_MAX = 65_535;

    final BooleanProperty open = new SimpleBooleanProperty();
    final StringProperty name = new SimpleStringProperty("");
    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.EMAIL);
    final ObjectProperty<Security> security = new SimpleObjectProperty<>(Security.TLS);
    final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    final StringProperty perHour = new SimpleStringProperty("");
    final StringProperty user = new SimpleStringProperty("");
    final StringProperty secret = new SimpleStringProperty("");
    /** Whether an old one is changed, whose name and kind stay. */
    final BooleanProperty old = new SimpleBooleanProperty();

    private final Map<String, StringProperty> options = new LinkedHashMap<>();
    private Optional<AlertChannel> before = Optional.empty();
    private Set<String> taken = Set.of();

    /** Why it cannot be kept: a key of the bundle, or empty. */
    final ObjectBinding<String> problem;

    ChannelDraft() {
        for (Kind each : Kind.values()) {
            optionsOf(each).forEach(key -> options.computeIfAbsent(key, made -> new SimpleStringProperty("")));
        }
        List<Observable> all = new ArrayList<>(options.values());
        all.addAll(List.of(name, kind, security, perHour, user, secret, open));
        problem = Bindings.createObjectBinding(this::whatIsWrong, all.toArray(Observable[]::new));
    }

    /** What a person writes for that kind, in the order in which one thinks of it; how a mail server is spoken to is chosen. */
    static List<String> optionsOf(Kind kind) {
        return switch (kind) {
            case EMAIL -> List.of("host", "port", "from", "to");
            case TELEGRAM -> List.of("chat");
            case SMS -> List.of("url", "to", "from", "tofield", "textfield");
            case WEBHOOK -> List.of("url");
            case DESKTOP, SOUND, VOICE -> List.of();
        };
    }

    /** Under which name its secret lies in the vault; empty for a kind that needs none. */
    static Optional<String> service(Kind kind) {
        return switch (kind) {
            case EMAIL -> Optional.of("mail");
            case TELEGRAM -> Optional.of("telegram");
            case SMS -> Optional.of("sms");
            case WEBHOOK -> Optional.of("webhook");
            case DESKTOP, SOUND, VOICE -> Optional.empty();
        };
    }

    /** Whether a user belongs to its secret. */
    static boolean hasUser(Kind kind) {
        return kind == Kind.EMAIL || kind == Kind.SMS;
    }

    StringProperty option(String key) {
        return options.computeIfAbsent(key, made -> new SimpleStringProperty(""));
    }

    /**
     * @param names that other channels have
     * @param usual the language of the window
     */
    void begin(Set<String> names, Language usual) {
        before = Optional.empty();
        old.set(false);
        taken = Set.copyOf(names);
        options.values().forEach(option -> option.set(""));
        name.set("");
        kind.set(Kind.EMAIL);
        security.set(Security.TLS);
        language.set(usual);
        perHour.set(Integer.toString(AlertChannel.USUAL_PER_HOUR));
        forgetSecret();
        open.set(true);
    }

    void change(AlertChannel channel) {
        begin(Set.of(), Language.ENGLISH);
        before = Optional.of(channel);
        old.set(true);
        name.set(channel.name());
        kind.set(channel.kind());
        options.forEach((key, value) -> value.set(channel.option(key, "")));
        for (Security each : Security.values()) {
            if (each.word().equals(channel.option(SECURITY, ""))) {
                security.set(each);
            }
        }
        language.set(channel.french() ? Language.FRENCH : Language.ENGLISH);
        perHour.set(Integer.toString(channel.mostPerHour()));
    }

    void forgetSecret() {
        user.set("");
        secret.set("");
    }

    void close() {
        forgetSecret();
        open.set(false);
    }

    /** What it was before; empty for a new one. */
    Optional<AlertChannel> before() {
        return before;
    }

    Optional<VenueAccount> secretBefore() {
        return before.flatMap(AlertChannel::secret);
    }

    boolean hasNewSecret() {
        return !secret.get().isEmpty();
    }

    private String whatIsWrong() {
        if (!name.get().strip().matches("[a-z0-9][a-z0-9-]{0,31}")) {
            return "name";
        }
        if (taken.contains(name.get().strip())) {
            return "taken";
        }
        Kind now = kind.get();
        if (now.needed().stream()
                .anyMatch(key -> !key.equals(SECURITY) && text(key).isEmpty())) {
            return "needed";
        }
        if (now == Kind.EMAIL) {
            if (!isWithin(text("port"), PORT_MAX)) {
                return "port";
            }
            if (!text("from").matches("[^@\\s]+@[^@\\s]+") || !text("to").matches("[^@\\s]+@[^@\\s]+")) {
                return "address";
            }
            if (security.get() == Security.NONE && !AlertChannel.isHere(text("host"))) {
                return SECURITY;
            }
        }
        if (optionsOf(now).contains("url") && !text("url").isEmpty() && !AlertChannel.isAddress(text("url"))) {
            return "url";
        }
        return isWithin(perHour.get().strip(), AlertChannel.MOST_PER_HOUR) ? whatIsWrongWithTheSecret(now) : "hour";
    }

    private String whatIsWrongWithTheSecret(Kind now) {
        boolean none = !hasNewSecret() && secretBefore().isEmpty();
        if (now == Kind.TELEGRAM && none) {
            return "token";
        }
        if (now == Kind.WEBHOOK && none && text("url").isEmpty()) {
            return "hook";
        }
        return hasUser(now) && user.get().isBlank() == hasNewSecret() ? "login" : "";
    }

    private static boolean isWithin(String text, int most) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
    }

    private String text(String key) {
        return option(key).get().strip();
    }

    /** With that secret; empty while something is wrong. */
    Optional<AlertChannel> channel(Optional<VenueAccount> account) {
        if (!problem.get().isEmpty()) {
            return Optional.empty();
        }
        // What an old one has and this form does not ask for stays, such as a bot's own server.
        Map<String, String> all =
                new LinkedHashMap<>(before.map(AlertChannel::options).orElse(Map.of()));
        optionsOf(kind.get()).forEach(key -> {
            all.remove(key);
            if (!text(key).isEmpty()) {
                all.put(key, text(key));
            }
        });
        if (kind.get() == Kind.EMAIL) {
            all.put(SECURITY, security.get().word());
        }
        return Optional.of(new AlertChannel(
                name.get().strip(),
                kind.get(),
                all,
                account,
                Integer.parseInt(perHour.get().strip()),
                language.get() == Language.FRENCH));
    }
}
