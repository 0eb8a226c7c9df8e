package io.sextant.engine.regime;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The champion's place, lent to another model while a regime lasts.
 *
 * @param lent id of the model that has it meanwhile
 * @param usual id of the model that it goes back to
 * @param usualModel that one's name: trained anew it has another id
 */
record LentPlace(String lent, String usual, String usualModel) {

    /**
     * What is to be done about the place.
     *
     * @param champion id of the model that takes it
     * @param place empty where it is the usual one
     */
    record Change(String champion, Optional<LentPlace> place) {

        String placeText() {
            return place.map(LentPlace::text).orElse("");
        }
    }

    String text() {
        return lent + " " + usual + " " + usualModel;
    }

    static Optional<LentPlace> read(String text) {
        String[] words = text.strip().split(" ", -1);
        return words.length == 3 ? Optional.of(new LentPlace(words[0], words[1], words[2])) : Optional.empty();
    }

    /**
     * Where somebody else chose another champion since, that one is the usual one.
     *
     * @param better names the model that is better than the named usual one among the named others, if one is
     */
    static Optional<Change> change(
            String champion,
            ForecastBoard board,
            Optional<LentPlace> place,
            BiFunction<String, List<String>, Optional<String>> better) {
        List<ModelCard> standing =
                board.models().stream().map(ModelForecast::card).toList();
        Optional<ModelCard> usual = place.filter(one -> one.lent().equals(champion))
                .flatMap(one -> withId(standing, one.usual()).or(() -> named(standing, one.usualModel())))
                .or(() -> withId(standing, champion));
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        ModelCard stays = usual.get();
        List<String> others = standing.stream()
                .map(ModelCard::model)
                .filter(model -> !model.equals(stays.model()))
                .distinct()
                .toList();
        ModelCard wanted = better.apply(stays.model(), others)
                .flatMap(model -> named(standing, model))
                .orElse(stays);
        boolean same = standing.stream()
                .anyMatch(one -> one.id().equals(champion) && one.model().equals(wanted.model()));
        if (same) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                wanted.id(),
                wanted.equals(stays)
                        ? Optional.empty()
                        : Optional.of(new LentPlace(wanted.id(), stays.id(), stays.model()))));
    }

    private static Optional<ModelCard> withId(List<ModelCard> standing, String id) {
        return standing.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The one that was trained last, where several are of that name. */
    private static Optional<ModelCard> named(List<ModelCard> standing, String model) {
        return standing.stream()
                .filter(one -> one.model().equals(model))
                .reduce((one, other) -> other.trainedNanos() >= one.trainedNanos() ? other : one);
    }
}
