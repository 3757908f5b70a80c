package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.formats.FileFormat;
import dev.taskstore.examples.formats.GitHubIssueReader;
import dev.taskstore.examples.formats.ImportSummary;
import dev.taskstore.examples.formats.ImportedTask;
import dev.taskstore.examples.formats.InvalidFileException;
import dev.taskstore.examples.formats.TaskImporter;
import dev.taskstore.examples.formats.TodoTxtReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Imports all tasks of a file in one transaction.",
      "Existing tasks are updated from the file. Importing a file again changes nothing."
    })
final class ImportCommand extends StoreCommand {

  @Parameters(paramLabel = "FILE", description = "The file to read, or - for standard input.")
  private Path file;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "github (the JSON of 'gh api --paginate' or 'gh issue list --json') or todo.txt. Default:"
              + " todo.txt if FILE ends in .txt, else github.")
  private FileFormat format;

  @Mixin private UserOption user;

  @Override
  void run(TaskStore store) throws IOException {
    List<? extends ImportedTask> tasks;
    try (InputStream in = open()) {
      tasks = read(in, store);
    } catch (InvalidFileException e) {
      throw e.in(isStandardInput() ? "standard input" : file.toString());
    }
    ImportSummary summary;
    try (ProgressDisplay progress = ProgressDisplay.start("Importing", environment().terminal())) {
      summary = TaskImporter.run(store, tasks, progress);
    }
    print(summary + "\n");
  }

  private InputStream open() throws IOException {
    if (isStandardInput()) {
      return new BufferedInputStream(environment().in());
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private boolean isStandardInput() {
    return file.toString().equals("-");
  }

  private List<? extends ImportedTask> read(InputStream in, TaskStore store) throws IOException {
    FileFormat chosen = format == null ? FileFormat.of(file.toString()) : format;
    return switch (chosen) {
      case GITHUB -> GitHubIssueReader.read(in);
      case TODO_TXT -> {
        user.check(store);
        yield TodoTxtReader.read(in, user.name(), environment().clock());
      }
    };
  }
}
