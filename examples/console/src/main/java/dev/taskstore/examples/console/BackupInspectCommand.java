package dev.taskstore.examples.console;

import dev.taskstore.backup.ArchiveManifest;
import dev.taskstore.backup.ArchivedTable;
import dev.taskstore.backup.Archives;
import dev.taskstore.backup.Passphrase;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "inspect",
    description = "Prints what an archive contains, after a check of the digest of the file.")
final class BackupInspectCommand extends ArchiveCommand {

  @Option(names = "--json", description = "Print the manifest as JSON.")
  private boolean json;

  @Override
  String read(Path archive, Passphrase givenPassphrase) {
    ArchiveManifest manifest = Archives.inspect(archive, givenPassphrase);
    return json ? manifest.toJson() : text(manifest);
  }

  private static String text(ArchiveManifest manifest) {
    StringBuilder text =
        new StringBuilder()
            .append("Time:      ")
            .append(manifest.createdAt())
            .append("\nDatabase:  ")
            .append(manifest.dialect())
            .append(", ")
            .append(manifest.databaseVersion())
            .append("\nSchema:    ")
            .append(manifest.changeSets().size())
            .append(" changesets")
            .append(manifest.tag().map(tag -> ", tag " + tag).orElse(""))
            .append("\nFormat:    ")
            .append(manifest.formatVersion())
            .append(", TaskStore ")
            .append(manifest.libraryVersion())
            .append("\nRows:      ")
            .append(manifest.rows())
            .append('\n');
    for (ArchivedTable table : manifest.tables()) {
      text.append("  ").append(table.name()).append(": ").append(table.rows()).append('\n');
    }
    if (!manifest.omittedTables().isEmpty()) {
      text.append("Omitted:   ").append(String.join(", ", manifest.omittedTables())).append('\n');
    }
    return text.toString();
  }
}
