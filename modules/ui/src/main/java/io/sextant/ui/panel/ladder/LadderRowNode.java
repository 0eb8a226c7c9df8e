package io.sextant.ui.panel.ladder;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.ui.i18n.Figures;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One line of the ladder: five figures, a bar behind each quantity. */
final class LadderRowNode extends Region {

    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass BEST_BID = PseudoClass.getPseudoClass("best-bid");
    private static final PseudoClass BEST_ASK = PseudoClass.getPseudoClass("best-ask");
    private static final PseudoClass LAST_BUY = PseudoClass.getPseudoClass("last-buy");
    private static final PseudoClass LAST_SELL = PseudoClass.getPseudoClass("last-sell");
    private static final double BAR_GAP = 2;

    private final Label ownBuys = new Label();
    private final Label bids = new Label();
    private final Label price = new Label();
    private final Label asks = new Label();
    private final Label ownSells = new Label();
    private final Region bidBar = new Region();
    private final Region askBar = new Region();
    private double bidShare;
    private double askShare;

    LadderRowNode() {
        getStyleClass().add("ladder-row");
        bidBar.getStyleClass().addAll("ladder-bar", "bid");
        askBar.getStyleClass().addAll("ladder-bar", "ask");
        getChildren().addAll(bidBar, askBar);
        for (LadderColumn column : LadderColumn.values()) {
            Label label = label(column);
            label.getStyleClass().addAll("figure", "ladder-" + styleName(column));
            label.setMouseTransparent(true);
            getChildren().add(label);
        }
    }

    Label label(LadderColumn column) {
        return switch (column) {
            case OWN_BUYS -> ownBuys;
            case BIDS -> bids;
            case PRICE -> price;
            case ASKS -> asks;
            case OWN_SELLS -> ownSells;
        };
    }

    void show(LadderRow row, LadderFrame frame, Instrument instrument, Figures figures, boolean cursor) {
        price.setText(figures.price(instrument.priceOf(row.priceTicks()), instrument));
        bids.setText(quantity(row.bidLots(), instrument, figures));
        asks.setText(quantity(row.askLots(), instrument, figures));
        ownBuys.setText(quantity(row.ownBuyLots(), instrument, figures));
        ownSells.setText(quantity(row.ownSellLots(), instrument, figures));
        ownBuys.setVisible(row.ownBuyLots() > 0);
        ownSells.setVisible(row.ownSellLots() > 0);
        bar(frame, row);
        pseudoClassStateChanged(CURSOR, cursor);
        pseudoClassStateChanged(BEST_BID, row.bestBid());
        pseudoClassStateChanged(BEST_ASK, row.bestAsk());
        pseudoClassStateChanged(LAST_BUY, row.lastTrade().equals(Optional.of(Side.BUY)));
        pseudoClassStateChanged(LAST_SELL, row.lastTrade().equals(Optional.of(Side.SELL)));
    }

    private void bar(LadderFrame frame, LadderRow row) {
        double bid = frame.largestLots() == 0 ? 0 : row.bidLots() / (double) frame.largestLots();
        double ask = frame.largestLots() == 0 ? 0 : row.askLots() / (double) frame.largestLots();
        if (bid != bidShare || ask != askShare) {
            bidShare = bid;
            askShare = ask;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        for (LadderColumn column : LadderColumn.values()) {
            label(column).resizeRelocate(column.left(width), 0, column.width(width), height);
        }
        double bidWidth = Math.rint(bidShare * (LadderColumn.BIDS.width(width) - BAR_GAP));
        double bidRight = LadderColumn.PRICE.left(width);
        bidBar.resizeRelocate(bidRight - bidWidth, 1, bidWidth, height - 2);
        double askWidth = Math.rint(askShare * (LadderColumn.ASKS.width(width) - BAR_GAP));
        askBar.resizeRelocate(LadderColumn.ASKS.left(width), 1, askWidth, height - 2);
    }

    private static String quantity(long lots, Instrument instrument, Figures figures) {
        return lots == 0 ? "" : figures.quantity(instrument.quantityOf(lots), instrument);
    }

    private static String styleName(LadderColumn column) {
        return switch (column) {
            case OWN_BUYS, OWN_SELLS -> "own";
            case BIDS -> "bids";
            case PRICE -> "price";
            case ASKS -> "asks";
        };
    }
}
