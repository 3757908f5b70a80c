package dev.taskstore.examples.console;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.formats.FileFormat;
import dev.taskstore.examples.formats.TaskExporter;
import dev.taskstore.examples.formats.TaskWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
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
      description =
          "The file to write, completely or not at all, or - for standard output, the default.")
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
    if (isStandardOutput()) {
      export(store, condition, out());
      return;
    }
    OutputFile.write(file, out -> export(store, condition, out));
  }

  private boolean isStandardOutput() {
    return file == null || file.toString().equals("-");
  }

  private void export(TaskStore store, Condition condition, Writer out) throws IOException {
    TaskWriter writer = writer(out);
    try (ProgressDisplay progress = ProgressDisplay.start("Exporting", environment().terminal())) {
      TaskExporter.run(store, condition, writer, progress);
    }
    writer.finish();
  }

  private TaskWriter writer(Writer out) throws IOException {
    FileFormat chosen =
        format != null
            ? format
            : isStandardOutput() ? FileFormat.GITHUB : FileFormat.of(file.toString());
    return chosen.writer(out, environment().zone());
  }
}
