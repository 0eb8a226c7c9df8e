package io.sextant.engine.outlook;

import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import io.sextant.engine.fleet.Columns;
import io.sextant.risk.path.FollowedPaths;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.path.PathModel;
import io.sextant.risk.path.PathModels;
import java.io.DataInput;
import org.jspecify.annotations.Nullable;

/** A piece for each block of an outlook's paths. */
public final class BlockWork implements WorkKind {

    private static final String NAME = "outlook in blocks";

    static Work of(PathKind kind, double[] past, OutlookTerms terms) {
        return new Work(NAME, Columns.bytes(out -> {
            TermsBytes.write(out, kind, terms);
            Columns.write(out, past, past.length);
        }));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pieces open(byte[] work) {
        return Columns.read(work, in -> new Blocks(TermsBytes.kind(in), TermsBytes.terms(in), Columns.doubles(in)));
    }

    /** The model is fitted for the first piece: what it cannot learn from is a piece's refusal and no broken machine. */
    private static final class Blocks implements Pieces {

        private final PathKind kind;
        private final OutlookTerms terms;
        private final double[] past;
        private @Nullable PathModel fitted;

        Blocks(PathKind kind, OutlookTerms terms, double[] past) {
            this.kind = kind;
            this.terms = terms;
            this.past = past;
        }

        @Override
        public double[] run(byte[] piece) {
            return FollowedPaths.ofBlock(model(), terms, Columns.read(piece, DataInput::readInt));
        }

        private synchronized PathModel model() {
            PathModel known = fitted;
            if (known == null) {
                known = PathModels.fit(kind, past, terms.seed());
                fitted = known;
            }
            return known;
        }
    }
}
