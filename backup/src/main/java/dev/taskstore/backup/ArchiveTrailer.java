package dev.taskstore.backup;

import dev.taskstore.transfer.rows.RowDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The comment at the end of an archive: the SHA-256 of all bytes before it. A zip library writes
 * the comment last, before the digest is known; therefore, it writes a placeholder, which this
 * class retains and replaces.
 */
final class ArchiveTrailer {

  static final String PLACEHOLDER = ArchiveFormat.COMMENT_PREFIX + "0".repeat(64);

  private final MessageDigest digest = RowDigest.sha256();
  private final byte[] last = new byte[ArchiveFormat.COMMENT_LENGTH];
  private int retained;

  /** Accepts bytes and passes on all but the last ones. */
  void accept(byte[] bytes, int offset, int length, OutputStream out) throws IOException {
    int pass = Math.max(0, retained + length - last.length);
    int ofRetained = Math.min(pass, retained);
    pass(last, 0, ofRetained, out);
    System.arraycopy(last, ofRetained, last, 0, retained - ofRetained);
    retained -= ofRetained;
    int ofNew = pass - ofRetained;
    pass(bytes, offset, ofNew, out);
    System.arraycopy(bytes, offset + ofNew, last, retained, length - ofNew);
    retained += length - ofNew;
  }

  private void pass(byte[] bytes, int offset, int length, OutputStream out) throws IOException {
    digest.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }

  /** Returns the comment for the bytes that were passed on. */
  byte[] comment() {
    String hex = HexFormat.of().formatHex(digest.digest());
    return (ArchiveFormat.COMMENT_PREFIX + hex).getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns a stream that replaces the placeholder when it is closed. */
  OutputStream replacing(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        accept(new byte[] {(byte) value}, 0, 1, out);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        accept(bytes, offset, length, out);
      }

      @Override
      public void close() throws IOException {
        try (out) {
          out.write(comment());
        }
      }
    };
  }

  /**
   * Reads an archive to its end.
   *
   * @throws IOException when the digest at the end is not that of the bytes before it
   */
  static void verify(InputStream in) throws IOException {
    ArchiveTrailer trailer = new ArchiveTrailer();
    byte[] buffer = new byte[ArchiveFormat.BUFFER_SIZE];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      trailer.accept(buffer, 0, read, OutputStream.nullOutputStream());
    }
    if (trailer.retained < trailer.last.length || !trailer.isComment()) {
      throw new IOException("its end is missing or was changed");
    }
    if (!MessageDigest.isEqual(trailer.last, trailer.comment())) {
      throw new IOException("its SHA-256 differs from the one at its end");
    }
  }

  private boolean isComment() {
    return new String(last, StandardCharsets.US_ASCII).startsWith(ArchiveFormat.COMMENT_PREFIX);
  }
}
