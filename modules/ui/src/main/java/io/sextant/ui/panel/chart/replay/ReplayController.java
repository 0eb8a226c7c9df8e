package io.sextant.ui.panel.chart.replay;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.MomentText;
import java.util.function.LongConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Steps a replay by hand or by the clock. */
public final class ReplayController {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final ReplayModel model;
    private final LongConsumer startFrom;
    private @Nullable ReplayView view;
    private final Texts texts;
    private final Timeline clock = new Timeline();

    /** {@code startFrom} is to start the replay anew from the moment that the reader typed. */
    public ReplayController(ReplayModel model, Texts texts, LongConsumer startFrom) {
        this.model = model;
        this.texts = texts;
        this.startFrom = startFrom;
        clock.setCycleCount(Animation.INDEFINITE);
        model.playing().addListener(change -> run());
        model.speed().addListener(change -> run());
    }

    public Node view() {
        ReplayView known = view;
        if (known != null) {
            return known;
        }
        ReplayView made = new ReplayView(model, texts);
        view = made;
        made.step().setOnAction(pressed -> model.step());
        made.exit().setOnAction(pressed -> model.exit());
        made.moment()
                .setOnAction(entered -> MomentText.read(
                                made.moment().getText(), texts.figures().zone())
                        .ifPresentOrElse(startFrom::accept, () -> showMoment(made)));
        model.momentNanos().addListener(change -> showMoment(made));
        texts.figuresProperty().addListener(change -> showMoment(made));
        return made;
    }

    public void step() {
        model.step();
    }

    public void playOrPause() {
        if (model.active().get()) {
            model.playing().set(!model.playing().get());
        }
    }

    private void run() {
        clock.stop();
        if (model.playing().get()) {
            Duration between =
                    Duration.millis(MILLIS_PER_SECOND / model.speed().get().barsPerSecond());
            clock.getKeyFrames().setAll(new KeyFrame(between, due -> model.step()));
            clock.playFromStart();
        }
    }

    private void showMoment(ReplayView shown) {
        shown.moment()
                .setText(MomentText.write(
                        model.momentNanos().get(), texts.figures().zone()));
    }
}
