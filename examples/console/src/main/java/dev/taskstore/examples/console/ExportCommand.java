package dev.taskstore.examples.console;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.console.io.GitHubIssueWriter;
import dev.taskstore.examples.console.io.TaskExporter;
import dev.taskstore.examples.console.io.TaskWriter;
import dev.taskstore.examples.console.io.TodoTxtWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Exports all tasks, oldest first.",
      "Importing the file into the same database again changes nothing."
    })
final class ExportCommand extends StoreCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to write, completely or not at all. Default: standard output.")
  private Path file;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "github or todo.txt. Default: todo.txt if FILE ends in .txt, else github.")
  private FileFormat format;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "Export only tasks of this user.")
  private String username;

  @Override
  void run(TaskStore store) throws IOException {
    Condition condition =
        username == null
            ? DSL.noCondition()
            : TASKS.USER_ID.eq(UserOption.require(store, username).id());
    if (file == null) {
      export(store, condition, out());
      return;
    }
    Path target = file.toAbsolutePath();
    Path temporary = Files.createTempFile(target.getParent(), ".export-", ".tmp");
    try {
      try (Writer out = Files.newBufferedWriter(temporary)) {
        export(store, condition, out);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void export(TaskStore store, Condition condition, Writer out) throws IOException {
    TaskWriter writer = writer(out);
    try (ProgressDisplay progress = ProgressDisplay.start("Exporting")) {
      TaskExporter.run(store, condition, writer, progress);
    }
    writer.finish();
  }

  private TaskWriter writer(Writer out) throws IOException {
    FileFormat chosen =
        format != null ? format : file == null ? FileFormat.GITHUB : FileFormat.of(file.toString());
    return switch (chosen) {
      case GITHUB -> new GitHubIssueWriter(out);
      case TODO_TXT -> new TodoTxtWriter(out);
    };
  }
}
