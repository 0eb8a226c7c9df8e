package io.sextant.domain.fundamental;

import java.util.Optional;

/** What a fact of a company is about. */
public sealed interface CompanyTopic {

    /** What {@link #find} reads. */
    String text();

    /**
     * A figure.
     *
     * @param months that a flow is of; 0 for a stock
     */
    record OfFigure(CompanyFigure figure, int months) implements CompanyTopic {

        public OfFigure {
            if (figure.isFlow() ? months < 1 || months > 24 : months != 0) {
                throw new IllegalArgumentException(
                        figure.isFlow() ? figure.text() + " is of 1 to 24 months" : figure.text() + " is of a day");
            }
        }

        @Override
        public String text() {
            return figure.text() + "/" + months;
        }
    }

    /** The sector that it belongs to while the value is 1. */
    record OfSector(String name) implements CompanyTopic {

        public OfSector {
            checkName(name);
        }

        @Override
        public String text() {
            return SECTOR + name;
        }
    }

    /** A mark such as tobacco or coal, borne while the value is 1. */
    record OfTag(String name) implements CompanyTopic {

        public OfTag {
            checkName(name);
        }

        @Override
        public String text() {
            return TAG + name;
        }
    }

    /** Shares held by an institution. */
    record OfHolder(String name) implements CompanyTopic {

        public OfHolder {
            checkName(name);
        }

        @Override
        public String text() {
            return HOLDER + name;
        }
    }

    String SECTOR = "sector/";
    String TAG = "tag/";
    String HOLDER = "holder/";
    int NAME_MAX = 100;

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > NAME_MAX || name.contains("\n")) {
            throw new IllegalArgumentException("a name has 1 to " + NAME_MAX + " letters");
        }
    }

    /** Empty when it is none, or one that a newer version wrote. */
    static Optional<CompanyTopic> find(String text) {
        try {
            if (text.startsWith(SECTOR)) {
                return Optional.of(new OfSector(text.substring(SECTOR.length())));
            }
            if (text.startsWith(TAG)) {
                return Optional.of(new OfTag(text.substring(TAG.length())));
            }
            if (text.startsWith(HOLDER)) {
                return Optional.of(new OfHolder(text.substring(HOLDER.length())));
            }
            int slash = text.indexOf('/');
            return slash < 0
                    ? Optional.empty()
                    : CompanyFigure.find(text.substring(0, slash))
                            .map(figure -> new OfFigure(figure, Integer.parseInt(text.substring(slash + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
