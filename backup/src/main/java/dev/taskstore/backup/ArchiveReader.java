package dev.taskstore.backup;

import dev.taskstore.transfer.rows.TableShape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive. The file remains open, so that all passes read the same contents even if
 * another file gets its name. Not thread-safe.
 */
final class ArchiveReader implements AutoCloseable {

  /**
   * Receives the rows of a table.
   *
   * @param <E> the exception that it may throw
   */
  @FunctionalInterface
  interface TableVisitor<E extends Exception> {
    /** Reads all rows; the reader then verifies their number and digest. */
    void visit(TableShape shape, ArchivedRows rows) throws E;
  }

  private final Path file;
  private final FileChannel channel;
  private final @Nullable Passphrase passphrase;
  private @Nullable Encryption encryption;

  private ArchiveReader(Path file, FileChannel channel, @Nullable Passphrase passphrase) {
    this.file = file;
    this.channel = channel;
    this.passphrase = passphrase;
  }

  /**
   * Opens an archive.
   *
   * @param passphrase the passphrase; null for an archive that is not encrypted
   */
  static ArchiveReader open(Path file, @Nullable Passphrase passphrase) {
    try {
      return new ArchiveReader(file, FileChannel.open(file, StandardOpenOption.READ), passphrase);
    } catch (IOException e) {
      throw ArchiveFileException.notReadable(file, e);
    }
  }

  /** Returns the archive without encryption, from its beginning. */
  private InputStream plain() throws IOException {
    channel.position(0);
    InputStream in =
        new BufferedInputStream(
            new FilterInputStream(Channels.newInputStream(channel)) {
              @Override
              public void close() {}
            },
            ArchiveFormat.BUFFER_SIZE);
    in.mark(ArchiveFormat.ENCRYPTED.length);
    byte[] first = in.readNBytes(ArchiveFormat.ENCRYPTED.length);
    if (Arrays.equals(first, ArchiveFormat.ENCRYPTED)) {
      return decrypted(in);
    }
    byte[] zip = ArchiveFormat.ZIP;
    if (first.length < zip.length || !Arrays.equals(first, 0, zip.length, zip, 0, zip.length)) {
      throw new IOException("its beginning is neither that of a zip file nor of an encrypted one");
    }
    in.reset();
    return in;
  }

  private InputStream decrypted(InputStream in) throws IOException {
    if (passphrase == null) {
      throw new ArchivePassphraseException(
          file + " is encrypted. Supply the passphrase with which it was written.", null);
    }
    Encryption known = encryption;
    if (known == null) {
      known = Encryption.read(new DataInputStream(in), passphrase);
      encryption = known;
    } else {
      in.skipNBytes(known.header().length - ArchiveFormat.ENCRYPTED.length);
    }
    return new BufferedInputStream(known.decrypt(in), ArchiveFormat.BUFFER_SIZE);
  }

  /** Verifies the SHA-256 of the whole archive, and returns its manifest. */
  ArchiveManifest verifyDigest() {
    try {
      ArchiveTrailer.verify(plain());
      return readManifest(new ZipInputStream(plain(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Returns the shape of a table of the manifest. */
  TableShape shape(ArchivedTable table) {
    try {
      return TableShapes.of(table);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Reads all rows, and verifies their number and digests. */
  void verifyTables(RowCounter counter) {
    readTables(
        (shape, rows) -> {
          while (rows.hasNext()) {
            rows.next();
            counter.add();
          }
        });
    counter.finish();
  }

  /**
   * Reads all tables in the order of the manifest, and verifies their rows.
   *
   * @throws ArchiveDamagedException when the contents are not those of the manifest
   */
  <E extends Exception> void readTables(TableVisitor<E> visitor) throws E {
    try {
      ZipInputStream zip = new ZipInputStream(plain(), StandardCharsets.UTF_8);
      for (ArchivedTable table : readManifest(zip).tables()) {
        requireEntry(zip, table.file());
        TableShape shape = TableShapes.of(table);
        ArchivedRows rows = new ArchivedRows(file, table, shape, zip);
        visitor.visit(shape, rows);
        rows.verifyEnd();
      }
      if (zip.getNextEntry() != null) {
        throw new IOException("it contains more than its manifest");
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static ArchiveManifest readManifest(ZipInputStream zip) throws IOException {
    requireEntry(zip, ArchiveFormat.MANIFEST);
    byte[] json = zip.readNBytes(ArchiveFormat.MAXIMUM_MANIFEST_BYTES);
    if (zip.read() >= 0) {
      throw new IOException("its manifest is too large");
    }
    return ManifestJson.read(json);
  }

  private static void requireEntry(ZipInputStream zip, String name) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw new IOException("it does not contain " + name + " where its manifest is");
    }
  }

  private ArchiveDamagedException damaged(Exception cause) {
    String problem = cause.getMessage();
    return ArchiveDamagedException.of(
        file, problem == null ? cause.getClass().getSimpleName() : problem, cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw ArchiveFileException.notReadable(file, e);
    }
  }
}
