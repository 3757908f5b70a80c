package dev.taskstore.backup;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The passphrase of an encrypted archive. {@link #toString} does not contain it. Immutable and
 * thread-safe.
 */
public final class Passphrase {

  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /**
   * Creates a passphrase.
   *
   * @param characters the characters, which are copied
   * @return the passphrase
   * @throws InvalidArgumentException if there are no characters
   */
  public static Passphrase of(char[] characters) {
    if (characters.length == 0) {
      throw new InvalidArgumentException(
          "The passphrase is empty. Set one of several words.", FailureContext.NONE);
    }
    return new Passphrase(characters.clone());
  }

  /**
   * Reads a passphrase from an environment variable.
   *
   * @param environment the variables, such as {@code System.getenv()}
   * @param variable the name of the variable
   * @return the passphrase
   * @throws InvalidArgumentException if the variable is not set or empty
   */
  public static Passphrase ofEnvironment(Map<String, String> environment, String variable) {
    @Nullable String value = environment.get(variable);
    if (value == null || value.isEmpty()) {
      throw new InvalidArgumentException(
          "The environment variable " + variable + " is not set. Set it to the passphrase.",
          FailureContext.NONE);
    }
    return of(value.toCharArray());
  }

  /**
   * Reads a passphrase from the first line of a file in UTF-8.
   *
   * @param file the file
   * @return the passphrase
   * @throws InvalidArgumentException if the first line is empty or not UTF-8
   * @throws ArchiveFileException if the file cannot be read
   */
  public static Passphrase ofFile(Path file) {
    try {
      String text = Files.readString(file);
      return of(text.lines().findFirst().orElse("").toCharArray());
    } catch (CharacterCodingException e) {
      throw new InvalidArgumentException(file + " is not a text in UTF-8.", FailureContext.NONE);
    } catch (IOException e) {
      throw ArchiveFileException.notReadable(file, e);
    }
  }

  char[] characters() {
    return characters.clone();
  }

  /** Returns a text without the passphrase. */
  @Override
  public String toString() {
    return "Passphrase";
  }
}
