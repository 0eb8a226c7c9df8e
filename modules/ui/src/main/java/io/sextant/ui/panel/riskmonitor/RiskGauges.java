package io.sextant.ui.panel.riskmonitor;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import io.sextant.domain.position.Account;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenTile;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Value at risk against its limit, drawdown, exposure and margin, large enough to read from across the room. */
final class RiskGauges extends Region {

    private static final double HEIGHT = 124;
    private static final double MOST_WIDTH = 290;
    private static final double GAP = 6;
    private static final double FULL = 100;
    private static final double WORDS_BESIDE = 240;
    private static final double NEAR = 80;
    /** A drawdown of this much fills its gauge. */
    private static final double DEEP = 25;

    private final RiskMonitorModel model;
    private final Texts texts;
    private final ObservableValue<ChartPalette> palette;
    private final Tile atRisk = gauge("at-risk", FULL, 0);
    private final Tile drawdown = gauge("drawdown", DEEP, 1);
    private final Tile exposure = gauge("exposure", FULL, 0);
    private final Tile margin = gauge("margin", FULL, 0);

    RiskGauges(RiskMonitorModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        getStyleClass().add("glance-tiles");
        for (Tile tile : List.of(atRisk, drawdown, exposure, margin)) {
            SpokenTile.speak(tile, texts, tile.getDecimals());
        }
        getChildren().addAll(atRisk, drawdown, exposure, margin);
        setMinHeight(HEIGHT + 2 * GAP);
        setMaxHeight(HEIGHT + 2 * GAP);
        model.board.addListener(change -> show());
        model.limitPercent.addListener(change -> show());
        model.desk.addListener(change -> showAccount());
        palette.addListener(change -> dress());
        texts.figuresProperty().addListener(change -> dress());
        dress();
    }

    private static Tile gauge(String name, double most, int decimals) {
        Tile tile = TileBuilder.create()
                .skinType(Tile.SkinType.BAR_GAUGE)
                .minValue(0)
                .maxValue(most)
                .decimals(decimals)
                .unit("%")
                .animated(false)
                .textSize(Tile.TextSize.BIGGER)
                .build();
        tile.setId("risk-tile-" + name);
        return tile;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + 2 * GAP;
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        double width = Math.min(MOST_WIDTH, (getWidth() - (count + 1) * GAP) / count);
        // In a narrow tile the name would run into the figure in its middle.
        Tile.TextSize words = width < WORDS_BESIDE ? Tile.TextSize.SMALLER : Tile.TextSize.BIGGER;
        List.of(atRisk, drawdown, exposure, margin).forEach(tile -> tile.setTextSize(words));
        for (int i = 0; i < count; i++) {
            getChildren().get(i).resizeRelocate(Math.rint(GAP + i * (width + GAP)), GAP, Math.rint(width), HEIGHT);
        }
    }

    private void dress() {
        ChartPalette colours = palette.getValue();
        for (Tile tile : List.of(atRisk, drawdown, exposure, margin)) {
            tile.setLocale(texts.language().locale());
            tile.setBackgroundColor(colours.grid());
            tile.setForegroundBaseColor(colours.text());
            tile.setTitleColor(colours.mutedText());
            tile.setTextColor(colours.mutedText());
            tile.setUnitColor(colours.mutedText());
            tile.setValueColor(colours.text());
            tile.setBarBackgroundColor(colours.border());
        }
        drawdown.setTitle(texts.get("riskmonitor.tile.drawdown"));
        exposure.setTitle(texts.get("riskmonitor.tile.exposure"));
        margin.setTitle(texts.get("riskmonitor.tile.margin"));
        show();
        showAccount();
    }

    /** Without a limit the gauge shows the share of the worth, and says that nobody set one. */
    private void show() {
        OptionalDouble limit = model.limitPercent.get();
        atRisk.setTitle(texts.get(limit.isPresent() ? "riskmonitor.tile.limit" : "riskmonitor.tile.atrisk"));
        double percent = model.measured().map(RiskMonitorModel::atRiskPercent).orElse(0.0);
        double used = limit.isPresent() ? 100 * percent / limit.getAsDouble() : percent;
        atRisk.setDecimals(limit.isPresent() ? 0 : 2);
        set(atRisk, used, limit.isPresent());
        atRisk.setText(
                limit.isPresent()
                        ? texts.get(
                                used > FULL ? "riskmonitor.tile.over" : "riskmonitor.tile.of",
                                texts.figures().percent(percent, 2),
                                texts.figures().percent(limit.getAsDouble(), 2))
                        : texts.get("riskmonitor.tile.nolimit"));
        model.board.get().map(RiskBoard::fall).ifPresent(fall -> {
            set(drawdown, 100 * fall.current(), false);
            drawdown.setText(
                    texts.get("riskmonitor.tile.deepest", texts.figures().percent(100 * fall.deepest(), 1)));
        });
    }

    private void showAccount() {
        model.desk.get().ifPresent(desk -> {
            Account account = desk.account();
            double worth = account.equity().toDouble();
            double used = worth > 0 ? 100 * (1 - account.freeFunds().toDouble() / worth) : 0;
            set(exposure, worth > 0 ? 100 * account.grossExposure().toDouble() / worth : 0, false);
            exposure.setText(texts.figures().money(account.grossExposure()));
            set(margin, Math.max(0, used), true);
            margin.setText(texts.get("riskmonitor.tile.free", texts.figures().money(account.freeFunds())));
        });
    }

    /** Figures beyond the scale are written out though the bar is full. */
    private void set(Tile tile, double value, boolean watched) {
        ChartPalette colours = palette.getValue();
        Color bar = !watched || value < NEAR ? colours.buy() : value < FULL ? colours.sell() : colours.down();
        tile.setBarColor(bar);
        tile.setMaxValue(Math.max(value, tile == drawdown ? DEEP : FULL));
        tile.setValue(value);
    }
}
