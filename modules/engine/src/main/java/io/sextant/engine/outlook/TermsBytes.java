package io.sextant.engine.outlook;

import io.sextant.engine.fleet.Columns;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Which futures are drawn and by which model, as bytes. */
final class TermsBytes {

    private TermsBytes() {}

    static void write(DataOutput out, PathKind kind, OutlookTerms terms) throws IOException {
        Columns.write(out, kind.name());
        out.writeInt(terms.periods());
        out.writeInt(terms.paths());
        out.writeDouble(terms.ruin());
        out.writeLong(terms.seed());
    }

    static PathKind kind(DataInput in) throws IOException {
        return PathKind.valueOf(Columns.text(in));
    }

    static OutlookTerms terms(DataInput in) throws IOException {
        return new OutlookTerms(in.readInt(), in.readInt(), in.readDouble(), in.readLong());
    }
}
