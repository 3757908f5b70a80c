package dev.taskstore.examples.console;

import dev.taskstore.backup.ArchiveManifest;
import dev.taskstore.backup.Archives;
import dev.taskstore.backup.Passphrase;
import java.nio.file.Path;
import picocli.CommandLine.Command;

@Command(
    name = "verify",
    description =
        "Reads a whole archive and checks its digests, without a database. Exits with 4 if the"
            + " archive is damaged.")
final class BackupVerifyCommand extends ArchiveCommand {

  @Override
  String read(Path archive, Passphrase givenPassphrase) {
    try (ProgressDisplay progress =
        ProgressDisplay.start("Verifying", " rows", environment().terminal())) {
      ArchiveManifest manifest = Archives.verify(archive, givenPassphrase, progress::report);
      return archive + ": " + manifest.rows() + " rows of " + manifest.createdAt() + ", complete\n";
    }
  }
}
