package io.sextant.app.update;

import io.sextant.app.failure.ProgramVersion;
import io.sextant.ui.shell.UpdateNews;

/** What is known of newer versions, for the terminal. */
public final class UpdateText {

    private UpdateText() {}

    public static String of(UpdateNews news) {
        return asking(news) + heard(news);
    }

    private static String asking(UpdateNews news) {
        if (!news.asks()) {
            return "This is " + ProgramVersion.number() + "; nobody is asked for newer versions (sextant updates on"
                    + (news.address().isPresent() ? "" : " --address URL") + " changes that).";
        }
        return "This is " + ProgramVersion.number() + "; newer versions are asked for once a day at "
                + news.address().orElse("no address") + ".";
    }

    private static String heard(UpdateNews news) {
        String when = news.askedAt().map(time -> " Asked last at " + time + ".").orElse("");
        if (!news.trouble().isEmpty()) {
            return when + " No answer then: " + news.trouble() + ".";
        }
        return when
                + news.newest()
                        .map(number -> news.newer()
                                ? " Version " + number + " is out"
                                        + news.page().map(page -> ": " + page).orElse("") + "."
                                : " The newest is " + number + ".")
                        .orElse("");
    }
}
