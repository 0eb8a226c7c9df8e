package io.sextant.ui.panel.portfolio;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import io.sextant.domain.position.Account;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenTile;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Worth, profit of the day, profit since the start and exposure, large enough to read from across the room. */
final class GlanceTiles extends Region {

    /** The library writes in proportion to the tile, so a smaller one cannot be read. */
    private static final double LEAST_SIDE = 116;

    private static final double MOST_SIDE = 126;
    private static final double GAP = 6;
    private static final double FULLY_EXPOSED_PCT = 100;

    private final Texts texts;
    private final ObservableValue<ChartPalette> palette;
    private final Tile equity = number("equity");
    private final Tile today = number("today");
    private final Tile sinceStart = number("start");
    private final Tile exposure;
    private int rows = 1;

    GlanceTiles(PortfolioModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.texts = texts;
        this.palette = palette;
        exposure = TileBuilder.create()
                .skinType(Tile.SkinType.BAR_GAUGE)
                .minValue(0)
                .maxValue(FULLY_EXPOSED_PCT)
                .decimals(0)
                .unit("%")
                .animated(false)
                .textSize(Tile.TextSize.BIGGER)
                .build();
        exposure.setId("tile-exposure");
        getStyleClass().add("glance-tiles");
        for (Tile tile : List.of(equity, today, sinceStart, exposure)) {
            SpokenTile.speak(tile, texts, 0);
        }
        getChildren().addAll(equity, today, sinceStart, exposure);
        model.desk().addListener((property, before, desk) -> desk.ifPresent(state -> show(state.account())));
        palette.addListener(change -> dress());
        texts.figuresProperty().addListener(change -> {
            write();
            model.desk().get().ifPresent(state -> show(state.account()));
        });
        write();
        dress();
    }

    /** One line of four, or two of two. */
    void inRows(int wantedRows) {
        rows = wantedRows;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        int columns = 4 / rows;
        double side = rows == 1 || height < 0 ? LEAST_SIDE : side(height);
        return columns * side + (columns + 1) * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows * LEAST_SIDE + (rows + 1) * GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.VERTICAL;
    }

    @Override
    protected void layoutChildren() {
        int columns = 4 / rows;
        double width = Math.min(MOST_SIDE * 1.25, (getWidth() - (columns + 1) * GAP) / columns);
        double height = Math.min(MOST_SIDE, (getHeight() - (rows + 1) * GAP) / rows);
        for (int i = 0; i < getChildren().size(); i++) {
            double x = GAP + i % columns * (width + GAP);
            double y = GAP + Math.floorDiv(i, columns) * (height + GAP);
            getChildren().get(i).resizeRelocate(Math.rint(x), Math.rint(y), Math.rint(width), Math.rint(height));
        }
    }

    private double side(double height) {
        return Math.clamp((height - (rows + 1) * GAP) / rows, LEAST_SIDE, MOST_SIDE);
    }

    private static Tile number(String name) {
        Tile tile = TileBuilder.create()
                .skinType(Tile.SkinType.NUMBER)
                .animated(false)
                .customDecimalFormatEnabled(true)
                .textSize(Tile.TextSize.BIGGER)
                .build();
        tile.setId("tile-" + name);
        return tile;
    }

    /** Titles and number formats in the reader's language. */
    private void write() {
        DecimalFormat amount = new DecimalFormat(
                "#,##0", DecimalFormatSymbols.getInstance(texts.language().locale()));
        DecimalFormat gain = new DecimalFormat(
                "+#,##0;−#,##0",
                DecimalFormatSymbols.getInstance(texts.language().locale()));
        equity.setTitle(texts.get("portfolio.equity"));
        equity.setCustomDecimalFormat(amount);
        today.setTitle(texts.get("portfolio.today"));
        today.setCustomDecimalFormat(gain);
        sinceStart.setTitle(texts.get("portfolio.start"));
        sinceStart.setCustomDecimalFormat(gain);
        exposure.setTitle(texts.get("portfolio.exposure"));
        exposure.setLocale(texts.language().locale());
    }

    private void dress() {
        ChartPalette colours = palette.getValue();
        for (Tile tile : List.of(equity, today, sinceStart, exposure)) {
            tile.setBackgroundColor(colours.grid());
            tile.setForegroundBaseColor(colours.text());
            tile.setTitleColor(colours.mutedText());
            tile.setTextColor(colours.mutedText());
            tile.setUnitColor(colours.mutedText());
            tile.setDescriptionColor(colours.mutedText());
            tile.setValueColor(colours.text());
        }
        exposure.setBarColor(colours.buy());
        exposure.setBarBackgroundColor(colours.border());
    }

    private void show(Account account) {
        ChartPalette colours = palette.getValue();
        String currency = account.equity().currency().code();
        equity.setValue(account.equity().toDouble());
        equity.setDescription(currency);
        double start = account.equityAtStart().toDouble();
        double day = account.equityAtDayStart().toDouble();
        gain(today, account.profitToday().toDouble(), day, colours);
        gain(sinceStart, account.profitSinceStart().toDouble(), start, colours);
        double worth = account.equity().toDouble();
        exposure.setValue(worth == 0 ? 0 : account.grossExposure().toDouble() / worth * 100);
        exposure.setText(texts.figures().money(account.grossExposure()));
    }

    private void gain(Tile tile, double gain, double from, ChartPalette colours) {
        Color colour = gain > 0 ? colours.upText() : gain < 0 ? colours.downText() : colours.text();
        tile.setValue(gain);
        tile.setValueColor(colour);
        tile.setDescription(from == 0 ? "" : texts.figures().signedPercent(gain / from * 100, 2));
    }
}
