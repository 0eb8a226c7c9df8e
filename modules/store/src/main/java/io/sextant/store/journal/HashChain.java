package io.sextant.store.journal;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Every record is bound to all before it. A link of one record is the SHA-256 of its length, tag, position, sequence, the link before
 * it, and its payload with the padding. A link that closes a group is the SHA-512/256 of the whole frames of the records before it
 * that have none, and then of the same of its own record; that hash takes twice the bytes at once and needs less time for each where
 * a processor has instructions for neither. Whoever changes, removes, inserts or reorders anything breaks the next link, or has
 * to make every link after it anew, and then the newest one is not the one that was anchored. Not for several threads.
 */
final class HashChain {

    private static final byte[] ORIGIN = "sextant journal chain".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest single = digest("SHA-256");
    private final MessageDigest group = digest("SHA-512/256");
    private final byte[] link = new byte[RecordFrame.LINK_BYTES];
    private int openRecords;

    private HashChain() {}

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Before the first record of a journal. */
    static HashChain beginning(int salt) {
        HashChain chain = new HashChain();
        chain.single.update(ORIGIN);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            chain.single.update((byte) (salt >>> shift));
        }
        chain.finish(chain.single);
        return chain;
    }

    /** After a record with this link. */
    static HashChain after(byte[] link) {
        HashChain chain = new HashChain();
        chain.moveTo(link);
        return chain;
    }

    /** Goes over whole frames without a link, which the next link will bind. */
    void add(byte[] bytes, int from, int length, int records) {
        group.update(bytes, from, length);
        openRecords += records;
    }

    /** Records since the last link. */
    int openRecords() {
        return openRecords;
    }

    /** Puts the next link into a new frame; the chain then stands after it. */
    void seal(byte[] bytes, int at) {
        int linkAt = at + RecordFrame.LINK_AT;
        // The link before it stands where its own will: one stretch of bytes instead of three.
        System.arraycopy(link, 0, bytes, linkAt, link.length);
        MessageDigest digest = digestFor(bytes, at);
        digest.update(bytes, at + RecordFrame.LENGTH_AT, RecordFrame.frameBytes(bytes, at) - RecordFrame.LENGTH_AT);
        finish(digest);
        System.arraycopy(link, 0, bytes, linkAt, link.length);
    }

    /** Goes over a frame that is not changed, chained or not. */
    void pass(byte[] bytes, int at) {
        if (RecordFrame.isGrouped(bytes, at)) {
            add(bytes, at, RecordFrame.frameBytes(bytes, at), 1);
            return;
        }
        int header = RecordFrame.headerBytes(bytes, at);
        MessageDigest digest = digestFor(bytes, at);
        digest.update(bytes, at + RecordFrame.LENGTH_AT, RecordFrame.LINK_AT - RecordFrame.LENGTH_AT);
        digest.update(link);
        digest.update(bytes, at + header, RecordFrame.frameBytes(bytes, at) - header);
        finish(digest);
    }

    /** No record leaves an open group out, whatever its mark says. */
    private MessageDigest digestFor(byte[] bytes, int at) {
        return openRecords > 0 || RecordFrame.isClosing(bytes, at) ? group : single;
    }

    /** Forgets what is open. */
    void moveTo(byte[] newLink) {
        System.arraycopy(newLink, 0, link, 0, link.length);
        group.reset();
        openRecords = 0;
    }

    /** Whether this is the link that a frame carries. */
    boolean isLinkOf(byte[] bytes, int at) {
        int linkAt = at + RecordFrame.LINK_AT;
        return Arrays.equals(link, 0, link.length, bytes, linkAt, linkAt + link.length);
    }

    boolean is(byte[] other) {
        return MessageDigest.isEqual(link, other);
    }

    /** A copy. */
    byte[] link() {
        return link.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(link, 0, target, offset, link.length);
    }

    private void finish(MessageDigest digest) {
        openRecords = 0;
        try {
            digest.digest(link, 0, link.length);
        } catch (DigestException linkIsLongEnough) {
            throw new IllegalStateException(linkIsLongEnough);
        }
    }
}
