package dev.taskstore.examples.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A standard stream of the process, in UTF-8 whatever the encoding of the platform is. A {@link
 * PrintWriter} ignores failures; this class remembers the first one.
 */
final class StandardOutput extends FilterOutputStream {

  private IOException failure;

  StandardOutput(FileDescriptor descriptor) {
    super(new FileOutputStream(descriptor));
  }

  PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Returns the first failure of a write. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }
}
