package io.sextant.ui.shell;

import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.servers.ServersController;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The line to an engine elsewhere in the reader's words. */
final class LinkWords {

    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3_600;

    private final Texts texts;

    LinkWords(Texts texts) {
        this.texts = texts;
    }

    /** Of the window. */
    ObservableValue<String> bindTitle(ObservableValue<Optional<LinkStatus>> link, ObservableValue<DeskState> desk) {
        return Bindings.createStringBinding(
                () -> title(link.getValue(), desk.getValue().mode()), link, desk, texts.figuresProperty());
    }

    private String title(Optional<LinkStatus> link, TradingMode mode) {
        return link.map(there -> texts.get("link.title.there", there.server(), texts.word(mode)))
                .orElseGet(() -> texts.get("shell.app.title", texts.word(mode)));
    }

    /** Where, as whom, and what may be done. */
    String seat(LinkStatus status) {
        return texts.get("link.there", status.server(), status.user(), role(status));
    }

    String role(LinkStatus status) {
        return texts.get("link.role." + status.role().name());
    }

    String why(LinkStatus status) {
        return ServersController.sentence(texts, status.why());
    }

    /** How long it has been silent or broken; empty while it is up. */
    String trouble(LinkStatus status) {
        return status.isUp() ? "" : texts.get("link.status." + status.state().name(), age(status));
    }

    /** Whole seconds, minutes or hours, rounded down. */
    String age(LinkStatus status) {
        long seconds = status.ageNanos() / NANOS_A_SECOND;
        if (seconds < 2 * SECONDS_A_MINUTE) {
            return texts.get("link.age.seconds", texts.figures().count(seconds));
        }
        return seconds < 2 * SECONDS_AN_HOUR
                ? texts.get("link.age.minutes", texts.figures().count(seconds / SECONDS_A_MINUTE))
                : texts.get("link.age.hours", texts.figures().count(seconds / SECONDS_AN_HOUR));
    }
}
