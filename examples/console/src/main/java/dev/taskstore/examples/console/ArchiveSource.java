package dev.taskstore.examples.console;

import dev.taskstore.backup.Archives;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The archive to read: a file, or the newest one of a folder. */
final class ArchiveSource {

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The archive.")
  private Path file;

  @Option(
      names = "--newest",
      paramLabel = "DIR",
      description = "Read the newest archive that backup --to has written to this folder.")
  private Path folder;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Returns the archive. */
  Path require(Environment environment) {
    if ((file == null) == (folder == null)) {
      throw new ParameterException(command.commandLine(), "Name either FILE or --newest DIR");
    }
    return file != null
        ? file
        : Archives.newest(folder, BackupCommand.PREFIX, environment.clock())
            .orElseThrow(() -> new NotFoundException(folder + " contains no archive"));
  }
}
