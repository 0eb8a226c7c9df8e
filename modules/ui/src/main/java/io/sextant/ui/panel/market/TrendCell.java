package io.sextant.ui.panel.market;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.chart.Sparkline;
import io.sextant.ui.parts.LiveRow;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;

/** The shape of the newest minutes, drawn again only when it changed. */
final class TrendCell extends TableCell<LiveRow<MarketRow>, MarketRow> {

    private final Sparkline line = new Sparkline();
    private double[] drawn = new double[0];

    TrendCell(ObservableValue<ChartPalette> palette) {
        line.setPalette(palette.getValue());
        palette.addListener((property, before, now) -> line.setPalette(now));
    }

    @Override
    protected void updateItem(MarketRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        double[] spark = row.figures().spark();
        if (!Arrays.equals(spark, drawn)) {
            drawn = spark;
            line.setValues(spark, spark.length);
        }
        setGraphic(line);
    }
}
