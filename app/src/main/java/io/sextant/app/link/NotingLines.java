package io.sextant.app.link;

import io.sextant.remote.client.Line;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTrouble.Kind;
import java.io.IOException;
import java.util.function.Consumer;

/** Lines that remember why the last one was not opened, or broke. */
final class NotingLines implements Line.Opener {

    private final Line.Opener lines;
    private final String place;
    private final Consumer<LinkTrouble> hearer;
    private volatile LinkTrouble latest = new LinkTrouble(Kind.NO_ANSWER, "");

    /** {@code place} is host and port; {@code hearer} hears of each trouble. */
    NotingLines(Line.Opener lines, String place, Consumer<LinkTrouble> hearer) {
        this.lines = lines;
        this.place = place;
        this.hearer = hearer;
    }

    LinkTrouble latest() {
        return latest;
    }

    @Override
    public Line open(Line.Listener listener) throws IOException {
        try {
            return lines.open(new Line.Listener() {
                @Override
                public void heard(String text) {
                    listener.heard(text);
                }

                @Override
                public void heardPart() {
                    listener.heardPart();
                }

                @Override
                public void broken(String why) {
                    note(new LinkTrouble(Kind.BROKEN, why));
                    listener.broken(why);
                }
            });
        } catch (IOException failed) {
            note(Troubles.of(failed, place));
            throw failed;
        }
    }

    private void note(LinkTrouble trouble) {
        latest = trouble;
        hearer.accept(trouble);
    }
}
