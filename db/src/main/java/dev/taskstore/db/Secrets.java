package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads secrets, such as passwords, from files and environment variables. The messages of its
 * exceptions contain the name of the file or the variable, never a secret. Stateless.
 *
 * <p>Files are those that Docker and Kubernetes mount, {@code /run/secrets/...} for example.
 */
public final class Secrets {

  /** The greatest size of the file of a secret, in bytes. */
  public static final int MAXIMUM_BYTES = 64 * 1024;

  private static final String FILE_SUFFIX = "_FILE";

  private Secrets() {}

  /**
   * Reads a secret from a file in UTF-8. One line terminator at the end is not a part of it.
   *
   * @param file the file, of at most {@value #MAXIMUM_BYTES} bytes
   * @return the secret, not empty
   * @throws InvalidArgumentException if the file does not exist, cannot be read, is empty, is
   *     larger, or is not UTF-8
   */
  public static String ofFile(Path file) {
    String secret = withoutLineTerminator(decode(file, read(file)));
    if (secret.isEmpty()) {
      throw invalid(file, "is empty. Write the secret to it");
    }
    return secret;
  }

  /**
   * Reads a secret from an environment variable, or from the file that the variable of the same
   * name with the suffix {@code _FILE} names. An empty variable counts as missing.
   *
   * @param environment the variables, such as {@code System.getenv()}
   * @param variable the name of the variable without the suffix
   * @return the secret; empty if neither variable is set
   * @throws InvalidArgumentException if both variables are set, or the file is not usable as {@link
   *     #ofFile} describes
   */
  public static Optional<String> ofEnvironment(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    String file = environment.getOrDefault(variable + FILE_SUFFIX, "");
    if (file.isEmpty()) {
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    } else if (!value.isEmpty()) {
      throw new InvalidArgumentException(
          "The environment variables "
              + variable
              + " and "
              + variable
              + FILE_SUFFIX
              + " are both set. Remove one.",
          FailureContext.NONE);
    }
    return Optional.of(ofFile(path(file, variable + FILE_SUFFIX)));
  }

  private static Path path(String file, String variable) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new InvalidArgumentException(
          "The environment variable " + variable + " is not a path. Correct it.",
          FailureContext.NONE);
    }
  }

  private static byte[] read(Path file) {
    if (Files.isDirectory(file)) {
      throw invalid(file, "is a directory. Specify a file");
    }
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw invalid(file, "does not exist. Create it, or correct its name");
    } catch (AccessDeniedException e) {
      throw invalid(file, "must not be read by this process. Grant it the permission");
    } catch (IOException e) {
      throw invalid(file, "cannot be read (" + e.getClass().getSimpleName() + "). Check it");
    }
    if (bytes.length > MAXIMUM_BYTES) {
      throw invalid(file, "is larger than " + MAXIMUM_BYTES + " bytes. Specify another file");
    }
    return bytes;
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw invalid(file, "is not a text in UTF-8. Convert it");
    }
  }

  private static String withoutLineTerminator(String text) {
    int end = text.length();
    if (text.endsWith("\n")) {
      end -= text.endsWith("\r\n") ? 2 : 1;
    }
    return text.substring(0, end);
  }

  private static InvalidArgumentException invalid(Path file, String reason) {
    return new InvalidArgumentException(
        "The secret's file " + file + " " + reason + ".", FailureContext.NONE);
  }
}
