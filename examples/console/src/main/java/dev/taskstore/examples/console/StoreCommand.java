package dev.taskstore.examples.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.examples.console.text.Screen;
import dev.taskstore.examples.console.text.Table;
import dev.taskstore.examples.formats.JsonLayout;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that opens the store and works on it. */
abstract class StoreCommand implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;

  @Override
  public final Integer call() throws Exception {
    try (TaskStore store = console().database().open(migrationMode(), environment())) {
      run(store);
    }
    return exitCode();
  }

  private Console console() {
    return (Console) spec.root().userObject();
  }

  final Environment environment() {
    return console().environment();
  }

  final Screen screen() {
    return console().screen();
  }

  /** Returns the exit code if {@link #run} throws nothing. */
  int exitCode() {
    return ExitCode.OK;
  }

  /** Runs the command. */
  abstract void run(TaskStore store) throws Exception;

  /** Returns the migration mode for opening the store. */
  MigrationMode migrationMode() {
    return MigrationMode.UPDATE;
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Prints text. The caller terminates its lines. */
  final void print(String text) {
    out().print(text);
    out().flush();
  }

  final void print(Table table) {
    print(table.render(screen()));
  }

  /**
   * Prints a remark for a person to standard error. Standard output remains empty for scripts, and
   * nothing is printed if it is not a terminal.
   */
  final void remark(String text) {
    if (environment().terminal().isOutput()) {
      spec.commandLine().getErr().print(text + "\n");
      spec.commandLine().getErr().flush();
    }
  }

  final void print(JsonNode json) throws JsonProcessingException {
    print(JSON.writer(JsonLayout.printer()).writeValueAsString(json) + "\n");
  }

  final ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
