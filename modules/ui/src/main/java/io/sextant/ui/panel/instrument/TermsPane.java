package io.sextant.ui.panel.instrument;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Money;
import io.sextant.ui.i18n.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;

/** What the instrument is and by which rules it trades. */
final class TermsPane extends ScrollPane {

    private static final double PART_OF_BPS = 100;

    private final InstrumentModel model;
    private final Texts texts;
    private final GridPane grid = new GridPane();
    private int row;

    TermsPane(InstrumentModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        grid.setId("instrument-terms");
        grid.getStyleClass().add("instrument-terms");
        setContent(grid);
        setFitToWidth(true);
        getStyleClass().add("bare");
        model.instrument().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void show() {
        grid.getChildren().clear();
        row = 0;
        model.instrument().get().ifPresent(this::write);
    }

    private void write(Instrument shown) {
        line("symbol", shown.id().symbol());
        line("name", shown.name());
        line("kind", kind(shown));
        line("quote", shown.quote().code());
        line("tick", texts.figures().price(shown.rules().tick()));
        line("lot", texts.figures().quantity(shown.rules().lot()));
        line("least", texts.figures().quantity(shown.rules().minQuantity()));
        if (!shown.rules().minValue().isZero()) {
            line(
                    "least-value",
                    texts.figures().quantity(shown.rules().minValue()) + " "
                            + shown.quote().code());
        }
        line("multiplier", texts.figures().count(shown.multiplier()));
        switch (shown) {
            case Future future -> line("expiry", texts.figures().dateTime(future.expiryNanos()));
            case Option option -> {
                line("underlying", option.underlying().symbol());
                line("strike", texts.figures().price(option.strike()));
                line("expiry", texts.figures().dateTime(option.expiryNanos()));
            }
            case SpotPair pair -> line("base", pair.base().code());
            case Equity _, Index _ -> {}
        }
        line("tradable", texts.get(shown.tradable() ? "instrument.yes" : "instrument.no"));
        line("fees", fees(shown));
    }

    private String kind(Instrument shown) {
        String name = switch (shown) {
            case SpotPair _ -> "pair";
            case Equity _ -> "share";
            case Index _ -> "index";
            case Future _ -> "future";
            case Option _ -> "option";
        };
        return texts.get("instrument.kind." + name);
    }

    private String fees(Instrument shown) {
        FeeSchedule fees = shown.fees();
        if (fees.moneyUnitsPerLot() != 0) {
            // Exactly: rounded to cents many a fee would be told wrongly.
            return texts.get(
                    "instrument.fees.lot",
                    texts.localised(
                            Money.of(fees.moneyUnitsPerLot(), shown.quote()).toString()));
        }
        return texts.get(
                "instrument.fees.bps",
                texts.figures().number(fees.makerPartsPerMillion() / PART_OF_BPS, 1),
                texts.figures().number(fees.takerPartsPerMillion() / PART_OF_BPS, 1));
    }

    private void line(String name, String value) {
        Label title = new Label(texts.get("instrument.term." + name));
        title.getStyleClass().add("muted");
        Label figure = new Label(value);
        figure.setId("instrument-term-" + name);
        figure.setWrapText(true);
        title.setLabelFor(figure);
        title.setMinWidth(USE_PREF_SIZE);
        grid.addRow(row++, title, figure);
    }
}
