package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.survey.FeatureMatrix;
import io.sextant.analytics.survey.SetFigures;
import io.sextant.analytics.survey.SurveyWatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Features compared with each other: those most alike to one, and sets of them.
 *
 * @param material what {@code matrix} was made of
 * @param feature to which others are alike
 * @param figures by the features of a set
 */
record Comparison(
        Material material,
        FeatureMatrix matrix,
        Feature feature,
        int horizonBars,
        List<FeatureMatrix.Alike> alike,
        Map<List<String>, SetFigures> figures) {

    private static final int MOST_ALIKE = 25;
    private static final double MATRIX_SHARE = 0.7;

    /** Takes over what {@code before} already knows of the same bars. */
    static Comparison of(
            Material material,
            Feature feature,
            int horizonBars,
            List<List<String>> sets,
            Optional<Comparison> before,
            SurveyWatch watch) {
        Optional<Comparison> same = before.filter(one -> one.material.equals(material));
        FeatureMatrix matrix = same.map(Comparison::matrix)
                .orElseGet(() -> material.newest()
                        .columns(FeatureCatalog.within(material.data()), share -> watch.goesOn(share * MATRIX_SHARE)));
        List<FeatureMatrix.Alike> alike = same.filter(one -> one.feature.equals(feature))
                .map(Comparison::alike)
                .orElseGet(() -> matrix.find(feature).isEmpty()
                        ? List.of()
                        : matrix.alike(feature, MOST_ALIKE, share -> watch.goesOn(MATRIX_SHARE + 0.2 * share)));
        Map<List<String>, SetFigures> figures = new LinkedHashMap<>();
        for (List<String> set : sets) {
            watch.check(0.9);
            figures.put(
                    set,
                    same.filter(one -> one.horizonBars == horizonBars)
                            .map(one -> one.figures.get(set))
                            .orElseGet(() -> SetFigures.of(
                                    matrix,
                                    set.stream()
                                            .flatMap(name -> FeatureCatalog.find(name).stream())
                                            .toList(),
                                    horizonBars,
                                    share -> watch.goesOn(0.9))));
        }
        return new Comparison(material, matrix, feature, horizonBars, alike, figures);
    }
}
