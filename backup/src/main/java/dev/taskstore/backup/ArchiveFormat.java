package dev.taskstore.backup;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The constants of the format of archives, which docs/backup.md describes. */
final class ArchiveFormat {

  static final int VERSION = 1;

  static final String MANIFEST = "manifest.json";

  /** A manifest of thousands of tables is smaller. */
  static final int MAXIMUM_MANIFEST_BYTES = 64 * 1024 * 1024;

  /** The comment of the zip file: this text and 64 hexadecimal digits. */
  static final String COMMENT_PREFIX = "TaskStore archive sha256=";

  static final int COMMENT_LENGTH = COMMENT_PREFIX.length() + 64;

  /** The first bytes of a zip file. */
  static final byte[] ZIP = {'P', 'K', 3, 4};

  /** The first bytes of an encrypted archive. */
  static final byte[] ENCRYPTED =
      "TaskStore encrypted archive 1\n".getBytes(StandardCharsets.UTF_8);

  static final String EXTENSION = ".zip";

  static final String ENCRYPTED_EXTENSION = ".zip.enc";

  static final String NATIVE_EXTENSION = ".db";

  static final int BUFFER_SIZE = 64 * 1024;

  private ArchiveFormat() {}

  /** Returns the name of the entry of a table. */
  static String entry(int number, String table) {
    String safe = table.replaceAll("[^A-Za-z0-9_-]", "_");
    return String.format(Locale.ROOT, "tables/%04d-%s.rows.gz", number, safe);
  }
}
