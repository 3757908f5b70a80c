package dev.taskstore.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes an archive completely or not at all. Not thread-safe. */
final class ArchiveWriter implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(ArchiveWriter.class.getName());

  private static final String ARCHIVE = "archive";

  private final Path file;
  private final boolean replaces;
  private final @Nullable Encryption encryption;
  private final @Nullable Encryption spoolEncryption;
  private final WorkFolder work;

  private ArchiveWriter(
      Path file, boolean replaces, @Nullable Encryption encryption, WorkFolder work) {
    this.file = file;
    this.replaces = replaces;
    this.encryption = encryption;
    this.spoolEncryption = encryption == null ? null : Encryption.ephemeral();
    this.work = work;
  }

  /**
   * Prepares the archive.
   *
   * @param file the file
   * @param replaces whether an existing file is replaced
   * @param encryption encrypts the archive; null for an archive that is not encrypted
   */
  static ArchiveWriter create(Path file, boolean replaces, @Nullable Encryption encryption) {
    if (!replaces && Files.exists(file)) {
      throw ArchiveFileException.exists(file);
    }
    try {
      return new ArchiveWriter(file, replaces, encryption, WorkFolder.create(file));
    } catch (IOException e) {
      throw ArchiveFileException.notWritable(file, e);
    }
  }

  Path file() {
    return file;
  }

  /** Creates the temporary file of a table. May be called by several threads. */
  SpooledTable spool(int number) {
    return new SpooledTable(work.resolve(number + ".rows"), spoolEncryption);
  }

  /** Writes the archive and gives it its name. */
  void publish(ArchiveManifest manifest, List<SpooledTable> tables) {
    try {
      Path temporary = work.resolve(ARCHIVE);
      try (FileChannel channel = DurableFiles.open(temporary)) {
        OutputStream out = DurableFiles.bufferedOutput(channel);
        if (encryption != null) {
          out.write(encryption.header());
          out = encryption.encrypt(out);
        }
        write(manifest, tables, out);
        channel.force(true);
      }
      DurableFiles.publish(temporary, file, replaces);
    } catch (FileAlreadyExistsException e) {
      throw ArchiveFileException.exists(file);
    } catch (IOException e) {
      throw ArchiveFileException.notWritable(file, e);
    }
  }

  private static void write(ArchiveManifest manifest, List<SpooledTable> tables, OutputStream out)
      throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new ArchiveTrailer().replacing(out), StandardCharsets.UTF_8)) {
      zip.setComment(ArchiveTrailer.PLACEHOLDER);
      byte[] json = manifest.toJson().getBytes(StandardCharsets.UTF_8);
      begin(zip, stored(ArchiveFormat.MANIFEST, json), manifest.createdAt());
      zip.write(json);
      for (int i = 0; i < tables.size(); i++) {
        SpooledTable table = tables.get(i);
        begin(zip, table.entry(manifest.tables().get(i).file()), manifest.createdAt());
        try (InputStream contents = table.read()) {
          contents.transferTo(zip);
        }
      }
    }
  }

  private static ZipEntry stored(String name, byte[] contents) {
    CRC32 crc = new CRC32();
    crc.update(contents);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(contents.length);
    entry.setCrc(crc.getValue());
    return entry;
  }

  /** The time of an entry has no zone in a zip file; setTime would use that of this machine. */
  private static void begin(ZipOutputStream zip, ZipEntry entry, Instant time) throws IOException {
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  @Override
  public void close() {
    try {
      work.close();
    } catch (IOException e) {
      LOGGER.log(
          System.Logger.Level.WARNING, "The temporary files of " + file + " were not removed", e);
    }
  }
}
