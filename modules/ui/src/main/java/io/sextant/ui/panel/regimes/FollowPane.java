package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a person lets follow from regimes, and what a switch would change before it is done. */
final class FollowPane extends VBox {

    /** What the reader can have done. */
    interface Hand {

        /** Whether the series that is shown is to lead the desk. */
        void lead(boolean leads);

        /** Whether the model of forecasts is to follow the regime of its series. */
        void chooseModels(boolean chooses);

        void cap(RegimeProfile profile, int percent);

        /** How much of the person's own limits counts under a profile. */
        void limits(RegimeProfile profile, int percent);

        void switchByHand(RegimeProfile profile, long nanos);

        void endByHand();
    }

    private static final List<Integer> PERCENTS = List.of(0, 10, 25, 40, 50, 60, 75, 100, 150, 200, 300, 500);
    private static final List<Integer> SHARES = List.of(0, 10, 25, 40, 50, 60, 75, 90, 100);
    private static final long MINUTE = 60_000_000_000L;
    private static final List<Long> SPANS = List.of(15 * MINUTE, 60 * MINUTE, 240 * MINUTE, 1_440 * MINUTE);

    private final RegimesModel model;
    private final Texts texts;
    private final RegimeWords words;
    private final Hand hand;
    private final Label status = new Label();
    private final Label change = new Label();
    private final Button lead = new Button();
    private final Button models = new Button();
    private final Button end = new Button();
    private final ComboBox<Long> span = new ComboBox<>();
    private final Map<RegimeProfile, ComboBox<Integer>> caps = new EnumMap<>(RegimeProfile.class);
    private final Map<RegimeProfile, ComboBox<Integer>> shares = new EnumMap<>(RegimeProfile.class);
    private boolean filling;

    FollowPane(RegimesModel model, Texts texts, Hand hand) {
        this.model = model;
        this.texts = texts;
        this.hand = hand;
        words = new RegimeWords(texts);
        setId("regimes-follow");
        getStyleClass().add("options-side");
        dress(status, "regimes-status");
        dress(change, "regimes-change");
        lead.setId("regimes-lead");
        lead.getStyleClass().add("compact");
        lead.setOnAction(pressed -> hand.lead(!model.leads()));
        models.setId("regimes-choose");
        models.getStyleClass().add("compact");
        models.setOnAction(pressed -> hand.chooseModels(!model.settings.get().choosesModels()));
        getChildren()
                .addAll(
                        status,
                        row(lead, models),
                        row(boxes("cap", PERCENTS, caps, hand::cap)),
                        row(boxes("limits", SHARES, shares, hand::limits)),
                        row(looked()),
                        change,
                        row(byHand()));
        List.of(model.board, model.settings, model.cap, model.limitShare, model.desk, model.looked)
                .forEach(one -> one.addListener(changed -> show()));
        texts.figuresProperty().addListener(changed -> show());
        show();
    }

    private static void dress(Label label, String id) {
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private static FlowPane row(Node... parts) {
        FlowPane row = new FlowPane(parts);
        row.getStyleClass().add("wrap-bar");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** One choice a profile, as wide as there is room. */
    private Node[] boxes(
            String name,
            List<Integer> percents,
            Map<RegimeProfile, ComboBox<Integer>> boxes,
            BiConsumer<RegimeProfile, Integer> sent) {
        Label about = new Label();
        about.textProperty().bind(texts.bind("regimes.follow." + name));
        List<Node> all = new ArrayList<>(List.of(about));
        for (RegimeProfile profile : RegimeProfile.values()) {
            ComboBox<Integer> box = new ComboBox<>();
            box.setId("regimes-" + name + "-" + profile.name().toLowerCase(Locale.ROOT));
            box.getStyleClass().add("compact");
            box.getItems().setAll(percents);
            SpokenCell.in(
                    box,
                    percent -> Bindings.createStringBinding(
                            () -> texts.figures().percent(percent, 0), texts.figuresProperty()));
            box.valueProperty().addListener((property, before, now) -> {
                if (!filling && now != null) {
                    sent.accept(profile, now);
                }
            });
            Label title = new Label();
            title.textProperty().bind(texts.bind("regimes.profile." + profile.name()));
            title.setLabelFor(box);
            title.getStyleClass().add("field-title");
            HBox one = new HBox(5, title, box);
            one.setAlignment(Pos.CENTER_LEFT);
            all.add(one);
            boxes.put(profile, box);
        }
        return all.toArray(Node[]::new);
    }

    private HBox looked() {
        Label title = new Label();
        title.textProperty().bind(texts.bind("regimes.look"));
        title.getStyleClass().add("field-title");
        Segments<RegimeProfile> choice = new Segments<>(
                "regimes-look",
                List.of(RegimeProfile.values()),
                model.looked,
                profile -> texts.bind("regimes.profile." + profile.name()));
        HBox both = new HBox(8, title, choice);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private HBox byHand() {
        span.setId("regimes-span");
        span.accessibleTextProperty().bind(texts.bind("regimes.span"));
        span.getStyleClass().add("compact");
        span.getItems().setAll(SPANS);
        span.setValue(SPANS.get(1));
        SpokenCell.in(span, nanos -> texts.bind("regimes.span." + nanos / MINUTE));
        Button doIt = new Button();
        doIt.setId("regimes-switch");
        doIt.getStyleClass().add("compact");
        doIt.textProperty().bind(texts.bind("regimes.switch"));
        doIt.setOnAction(pressed -> hand.switchByHand(model.looked.get(), span.getValue()));
        end.setId("regimes-end");
        end.getStyleClass().add("compact");
        end.textProperty().bind(texts.bind("regimes.end"));
        end.setOnAction(pressed -> hand.endByHand());
        HBox all = new HBox(8, doIt, span, end);
        all.setAlignment(Pos.CENTER_LEFT);
        return all;
    }

    private void show() {
        filling = true;
        RegimeSettings settings = model.settings.get();
        caps.forEach((profile, box) -> choose(box, settings.capPercent(profile)));
        shares.forEach((profile, box) -> choose(box, settings.limitPercent(profile)));
        filling = false;
        lead.setText(texts.get(model.leads() ? "regimes.lead.stop" : "regimes.lead"));
        models.setText(texts.get(settings.choosesModels() ? "regimes.models.stop" : "regimes.models"));
        lead.setDisable(model.board.get().isEmpty());
        end.setDisable(model.byHand().isEmpty());
        status.setText(status(settings));
        Optional<DeskState> desk = model.desk.get();
        change.setText(desk.map(now -> change(now, settings)).orElse(""));
    }

    private static void choose(ComboBox<Integer> box, int percent) {
        if (!box.getItems().contains(percent)) {
            box.getItems().add(percent);
        }
        box.setValue(percent);
    }

    private String percent(int percent) {
        return percent == ExposureCap.OFF
                ? texts.get("regimes.cap.off")
                : texts.figures().percent(percent, 0);
    }

    private String status(RegimeSettings settings) {
        String leading = settings.guide()
                .map(guide -> texts.get(
                        "regimes.status.led", guide.instrument().symbol(), words.timeframe(guide.timeframe())))
                .orElseGet(() -> texts.get("regimes.status.none"));
        String hands = model.byHand()
                .map(one -> " "
                        + texts.get(
                                "regimes.status.byhand", words.profile(one.profile()), words.moment(one.untilNanos())))
                .orElse("");
        String now = model.desk
                .get()
                .map(desk -> " "
                        + texts.get(
                                "regimes.status.cap", percent(model.cap.get().percentAt(desk.marketNanos())))
                        + " "
                        + texts.get(
                                "regimes.status.limits",
                                percent(model.limitShare.get().percentAt(desk.marketNanos()))))
                .orElse("");
        String chosen = settings.choosesModels() ? " " + texts.get("regimes.status.models") : "";
        return leading + hands + now + chosen;
    }

    private String change(DeskState desk, RegimeSettings settings) {
        RegimeProfile profile = model.looked.get();
        Consequence told = Consequence.of(desk, model.cap.get(), settings.capPercent(profile));
        String held = Double.isFinite(told.held()) ? words.share(told.held()) : Figures.NONE;
        (told.beyond() > 0 ? Tone.WARNING : Tone.PLAIN).applyTo(change);
        String first = texts.get(
                "regimes.change", words.profile(profile), percent(told.before()), percent(told.after()), held);
        String then = told.beyond() > 0
                ? texts.get("regimes.change.beyond", words.share(told.beyond()))
                : texts.get("regimes.change.room", words.share(told.room()));
        String limits = texts.get(
                "regimes.change.limits",
                percent(model.limitShare.get().percentAt(desk.marketNanos())),
                percent(settings.limitPercent(profile)));
        return first + " " + then + " " + limits + " " + texts.get("regimes.change.rest");
    }

    /** For the controller: whether the board is one that may lead. */
    static Optional<RegimeSettings.Guide> guide(Optional<RegimeBoard> board) {
        return board.map(told -> new RegimeSettings.Guide(told.instrument(), told.timeframe()));
    }
}
