package io.sextant.ui.panel.chart.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.ui.chart.Study;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import org.junit.jupiter.api.Test;

class ChartSetupTest {

    private final ChartSetup rich = ChartSetup.PLAIN
            .adding(IndicatorSpec.parse("bbands:20:2.5"))
            .adding(IndicatorSpec.parse("macd"))
            .withStyle(ChartStyle.RENKO)
            .withBrick(new BrickSize.Fixed(12.5))
            .withLogScale(true)
            .withProfile(true)
            .withNews(false)
            .withPatterns(true)
            .withAdjusted(true)
            .withRegularHours(true)
            .comparing("ETH-USDT", true);

    @Test
    void isReadAsItWasWritten() {
        assertThat(ChartSetupText.read(ChartSetupText.write(rich))).isEqualTo(rich);
        assertThat(ChartSetupText.read(ChartSetupText.write(ChartSetup.PLAIN))).isEqualTo(ChartSetup.PLAIN);
    }

    @Test
    void aPartThatCannotBeReadIsLeftOutAndTheRestStands() {
        ChartSetup read = ChartSetupText.read(
                "style=SPIRALS;profile=yes;study=1 0 0.2 oracle:9;study=2 1 7 sma:20;study=3;study=4 1 0.2 sma:30;x");
        assertThat(read.profile()).isTrue();
        assertThat(read.style()).isEqualTo(ChartStyle.CANDLES);
        assertThat(read.studies()).containsExactly(new Study(4, IndicatorSpec.parse("sma:30"), 1, 0.2));
    }

    @Test
    void aNewStudyTakesAColourThatNoneHas() {
        ChartSetup three = rich.adding(IndicatorSpec.parse("sma:9"));
        assertThat(three.studies()).extracting(Study::colour).containsExactly(0, 1, 2);
        assertThat(three.removing(three.studies().getFirst().id())
                        .adding(IndicatorSpec.parse("ema:9"))
                        .studies())
                .extracting(Study::colour)
                .containsExactly(1, 2, 0);
    }
}
