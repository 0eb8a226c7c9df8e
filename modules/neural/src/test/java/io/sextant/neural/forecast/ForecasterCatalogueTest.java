package io.sextant.neural.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForecasterCatalogueTest {

    @Test
    void everyNameIsFoundAndIsTheForecastersOwn() {
        assertThat(ForecasterCatalogue.names())
                .startsWith("naive")
                .contains("xgb", "lstm", "transformer", "ensemble")
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(
                                ForecasterCatalogue.find(name).orElseThrow().name())
                        .isEqualTo(name));
    }

    @Test
    void everyForecasterHasATwinWithItsOwnIntervals() {
        assertThat(ForecasterCatalogue.names())
                .allSatisfy(name -> assertThat(ForecasterCatalogue.find(name + "-conformal")
                                .orElseThrow()
                                .name())
                        .isEqualTo(name + "-conformal"));
        assertThat(ForecasterCatalogue.find("oracle")).isEmpty();
        assertThat(ForecasterCatalogue.find("oracle-conformal")).isEmpty();
    }

    @Test
    void whatIsQuickIsThere() {
        assertThat(ForecasterCatalogue.names()).containsAll(ForecasterCatalogue.quickNames());
    }
}
