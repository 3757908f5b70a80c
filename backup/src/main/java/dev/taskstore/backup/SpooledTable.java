package dev.taskstore.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The compressed rows of a table in a temporary file: a zip file states the size of an entry before
 * its contents. The file is encrypted if the archive will be.
 */
final class SpooledTable {

  private final Path file;
  private final @Nullable Encryption encryption;
  private final CRC32 crc = new CRC32();
  private long size;

  SpooledTable(Path file, @Nullable Encryption encryption) {
    this.file = file;
    this.encryption = encryption;
  }

  /** Returns a stream that writes the contents once. */
  OutputStream write() throws IOException {
    OutputStream stored =
        new BufferedOutputStream(
            Channels.newOutputStream(DurableFiles.open(file)), ArchiveFormat.BUFFER_SIZE);
    OutputStream plain = encryption == null ? stored : encryption.encrypt(stored);
    return new CheckedOutputStream(plain, crc) {
      @Override
      public void write(int value) throws IOException {
        super.write(value);
        size++;
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        super.write(bytes, offset, length);
        size += length;
      }
    };
  }

  /** Returns the entry of a zip file that contains the contents unchanged. */
  ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc.getValue());
    return entry;
  }

  InputStream read() throws IOException {
    InputStream stored = new BufferedInputStream(Files.newInputStream(file));
    return encryption == null ? stored : encryption.decrypt(stored);
  }
}
