package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantExtras;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.assistant.OwnModelWish;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskContext;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How a person wanted to be heard and answered the last time. */
final class RememberedWishes {

    private static final String PREFIX = "ui.assistant.";
    private static final String ON = "on";

    private final DeskContext context;

    RememberedWishes(DeskContext context) {
        this.context = context;
    }

    AssistantWishes read() {
        return new AssistantWishes(
                find("language")
                        .flatMap(Language::findByTag)
                        .orElse(context.texts().language()),
                find("microphone"),
                isOn("spoken"),
                isOn("wake-word"),
                words(),
                new AssistantExtras(
                        find("recommends").filter("off"::equals).isEmpty(),
                        find("briefing-at").flatMap(RememberedWishes::time),
                        new OwnModelWish(
                                isOn("own-model"),
                                find("own-model-address").orElse(""),
                                find("own-model-name").orElse(""),
                                isOn("own-model-keyed"))));
    }

    void write(AssistantWishes wishes) {
        put("language", wishes.language().tag());
        put("microphone", wishes.device().orElse(""));
        put("spoken", wishes.spoken());
        put("wake-word", wishes.wakeWord());
        put("wake-word." + wishes.language().tag(), wishes.findWord().orElse(""));
        put("recommends", wishes.extras().recommends());
        put("briefing-at", wishes.extras().briefingAt().map(LocalTime::toString).orElse(""));
        put("own-model", wishes.extras().ownModel().on());
        put("own-model-address", wishes.extras().ownModel().address());
        put("own-model-name", wishes.extras().ownModel().model());
        put("own-model-keyed", wishes.extras().ownModel().keyed());
    }

    private Map<Language, String> words() {
        Map<Language, String> words = new LinkedHashMap<>();
        for (Language each : Language.values()) {
            find("wake-word." + each.tag()).ifPresent(word -> words.put(each, word));
        }
        return words;
    }

    private Optional<String> find(String name) {
        return context.settings().find(PREFIX + name).filter(value -> !value.isEmpty());
    }

    private boolean isOn(String name) {
        return find(name).filter(ON::equals).isPresent();
    }

    private void put(String name, boolean on) {
        put(name, on ? ON : "off");
    }

    private void put(String name, String value) {
        context.settings().put(PREFIX + name, value);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
