package io.sextant.forecasting.registry;

import java.util.List;
import java.util.Optional;

/** Keeps trained models. A model is never changed; what is kept twice is kept once. */
public interface ModelRegistry {

    void add(ModelRecord model, byte[] content);

    /** The models of a subject, the newest first. */
    List<ModelRecord> of(String subject);

    Optional<ModelRecord> find(String id);

    /** What the model was saved as. @throws DamagedModel where it is not what was kept, or gone */
    byte[] content(ModelRecord model);

    /** Lets go of a model; of one that is not there it changes nothing. */
    void remove(String id);

    /** The bytes of a model are not those that were kept. */
    final class DamagedModel extends RuntimeException {

        private static final long serialVersionUID = 1;

        public DamagedModel(ModelRecord model) {
            super("The model " + model.id() + " is not what was kept: its bytes do not give its checksum.");
        }
    }
}
