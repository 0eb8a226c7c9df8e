package io.sextant.reference.news;

import io.sextant.reference.web.WebException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads RSS 2.0 and Atom. Document types are refused: they are how an XML file reads files and swells in memory. */
final class FeedDocument {

    private static final int LONGEST_TITLE = 500;

    private FeedDocument() {}

    /** The items that have a title, in the document's order; others are passed over. */
    static List<NewsItem> read(byte[] document, String source) throws IOException {
        Element root = parse(document, source).getDocumentElement();
        String kind = String.valueOf(root.getLocalName());
        String itemName = switch (kind) {
            case "rss", "RDF" -> "item";
            case "feed" -> "entry";
            default -> throw new WebException(source + " sent '" + kind + "', which is neither RSS nor Atom");
        };
        List<NewsItem> items = new ArrayList<>();
        NodeList found = root.getElementsByTagNameNS("*", itemName);
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element element) {
                item(element, source).ifPresent(items::add);
            }
        }
        return items;
    }

    private static Optional<NewsItem> item(Element element, String source) {
        Optional<String> title =
                child(element, "title").map(FeedDocument::plain).filter(text -> !text.isEmpty());
        Optional<String> link = link(element);
        return title.map(text -> new NewsItem(
                child(element, "guid")
                        .or(() -> child(element, "id"))
                        .or(() -> link)
                        .orElse(text),
                text,
                link,
                child(element, "pubDate")
                        .or(() -> child(element, "published"))
                        .or(() -> child(element, "updated"))
                        .or(() -> child(element, "date"))
                        .map(FeedDocument::nanos)
                        .orElseGet(OptionalLong::empty),
                source));
    }

    private static Optional<String> link(Element item) {
        Optional<String> text = child(item, "link").filter(link -> !link.isEmpty());
        NodeList links = item.getElementsByTagNameNS("*", "link");
        for (int i = 0; i < links.getLength() && text.isEmpty(); i++) {
            if (links.item(i) instanceof Element link
                    && !link.getAttribute("href").isEmpty()) {
                text = Optional.of(link.getAttribute("href"));
            }
        }
        // A window may offer to open it, so it must not be a script or a file.
        return text.filter(link -> link.startsWith("https://") || link.startsWith("http://"));
    }

    private static Optional<String> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return Optional.of(element.getTextContent().trim());
            }
        }
        return Optional.empty();
    }

    /** Titles may hold markup and line breaks; a headline is one line of text. */
    static String plain(String title) {
        String text = title.replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .trim();
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE - 1) + "…";
    }

    static OptionalLong nanos(String time) {
        return parse(() -> ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .or(() -> parse(() -> OffsetDateTime.parse(time, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant()))
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<Long> parse(Supplier<Instant> reading) {
        try {
            Instant instant = reading.get();
            return Optional.of(
                    Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Document parse(byte[] document, String source) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new ByteArrayInputStream(document));
        } catch (SAXException e) {
            throw new WebException(source + " sent XML that cannot be read: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser that can be made safe", e);
        }
    }

    /** The standard handler writes to the standard error stream. */
    private static final class Throwing implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
