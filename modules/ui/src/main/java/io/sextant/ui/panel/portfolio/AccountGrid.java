package io.sextant.ui.panel.portfolio;

import io.sextant.domain.money.Money;
import io.sextant.domain.position.Account;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The account line by line: cash and its rates, profit, exposure, what is free. */
final class AccountGrid extends GridPane {

    private record Line(String title, String figure, Tone tone, String id, boolean heading) {}

    private final PortfolioModel model;
    private final Texts texts;
    private List<Line> shown = List.of();

    AccountGrid(PortfolioModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("account-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(titles, figures);
        model.desk().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void show() {
        List<Line> lines = model.desk().get().map(this::lines).orElse(List.of());
        if (lines.equals(shown)) {
            return;
        }
        boolean sameTitles = lines.stream()
                .map(Line::title)
                .toList()
                .equals(shown.stream().map(Line::title).toList());
        shown = lines;
        if (sameTitles) {
            refill();
        } else {
            rebuild();
        }
    }

    private void rebuild() {
        getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            Line line = shown.get(i);
            Label title = new Label(line.title());
            title.getStyleClass().add(line.heading() ? "account-heading" : "account-title");
            Label figure = new Label();
            figure.getStyleClass().add("figure");
            figure.setId(line.id());
            title.setLabelFor(figure);
            title.setWrapText(true);
            addRow(i, title, figure);
            if (line.id().startsWith("rate-")) {
                setColumnSpan(title, REMAINING);
            }
        }
        refill();
    }

    private void refill() {
        for (int i = 0; i < shown.size(); i++) {
            Label figure = (Label) getChildren().get(2 * i + 1);
            figure.setText(shown.get(i).figure());
            shown.get(i).tone().applyTo(figure);
        }
    }

    private List<Line> lines(DeskState desk) {
        Account account = desk.account();
        Figures figures = texts.figures();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                texts.get("portfolio.worth"), account.equity().currency().code(), Tone.MUTED, "worth", true));
        lines.add(plain("equity", figures.moneyFigure(account.equity())));
        lines.add(gain("today", account.profitToday()));
        lines.add(gain("start", account.profitSinceStart()));
        lines.add(gain("realised", account.realised()));
        lines.add(gain("unrealised", account.unrealised()));
        lines.add(plain("fees", figures.moneyFigure(account.fees())));
        lines.add(plain("gross", figures.moneyFigure(account.grossExposure())));
        lines.add(plain("net", figures.signedMoneyFigure(account.netExposure())));
        lines.add(plain("free", figures.moneyFigure(account.freeFunds())));
        lines.add(new Line(texts.get("portfolio.cash"), "", Tone.MUTED, "cash", true));
        for (PortfolioModel.CashLine cash : PortfolioModel.cashLines(account)) {
            String code = cash.balance().currency().code();
            lines.add(new Line(code, figures.money(cash.balance()), Tone.PLAIN, "cash-" + code, false));
            rateSentence(cash).ifPresent(rate -> lines.add(new Line(rate, "", Tone.MUTED, "rate-" + code, false)));
        }
        return lines;
    }

    private Optional<String> rateSentence(PortfolioModel.CashLine cash) {
        return cash.rate()
                .map(rate -> texts.get(
                        "portfolio.rate",
                        rate.from().code(),
                        texts.figures().price(rate.rate()),
                        rate.to().code(),
                        rate.source(),
                        cash.worth().map(texts.figures()::money).orElse(Figures.NONE)));
    }

    private Line plain(String name, String figure) {
        return new Line(texts.get("portfolio." + name), figure, Tone.PLAIN, "account-" + name, false);
    }

    private Line gain(String name, Money gain) {
        return new Line(
                texts.get("portfolio." + name),
                texts.figures().signedMoneyFigure(gain),
                Tone.ofSign(gain.units()),
                "account-" + name,
                false);
    }
}
