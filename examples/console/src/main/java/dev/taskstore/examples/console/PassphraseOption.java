package dev.taskstore.examples.console;

import dev.taskstore.backup.Passphrase;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The source of a passphrase; never an argument, which other users of the machine can see. */
final class PassphraseOption {

  private static final String VARIABLE = "TASKSTORE_PASSPHRASE";

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "The file whose first line is the passphrase of an encrypted archive. Default: the"
              + " environment variable TASKSTORE_PASSPHRASE.")
  private Path file;

  /** Returns the passphrase, which must be given. */
  Passphrase require(Environment environment) {
    return file != null
        ? Passphrase.ofFile(file)
        : Passphrase.ofEnvironment(environment.variables(), VARIABLE);
  }

  /** Returns the passphrase, or null if none is given. */
  Passphrase orNull(Environment environment) {
    boolean isGiven = file != null || !environment.variables().getOrDefault(VARIABLE, "").isEmpty();
    return isGiven ? require(environment) : null;
  }
}
