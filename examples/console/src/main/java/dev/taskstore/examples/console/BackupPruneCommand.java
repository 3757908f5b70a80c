package dev.taskstore.examples.console;

import dev.taskstore.backup.Retention;
import dev.taskstore.backup.RetentionPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "prune",
    description = {
      "Deletes old archives of a folder, and prints their names.",
      "Only archives with names of backup --to are deleted, and never the newest one."
    })
final class BackupPruneCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder;

  @Option(
      names = "--keep",
      required = true,
      paramLabel = "RULES",
      description =
          "7d,4w,12m,3y keeps the newest archive of each of the last 7 days, 4 weeks, 12 months and"
              + " 3 years that have one.")
  private String keep;

  @Option(names = "--dry-run", description = "Delete nothing; only print the names.")
  private boolean isDryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Environment environment = ((Console) spec.root().userObject()).environment();
    prune(Retention.parse(keep, environment.clock()), folder, isDryRun, this::print);
    return ExitCode.OK;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  /** Deletes archives, unless it is a dry run, and prints their names. */
  static void prune(Retention retention, Path folder, boolean isDryRun, Consumer<String> printer) {
    RetentionPlan plan = retention.plan(folder, BackupCommand.PREFIX);
    if (!isDryRun) {
      plan.apply();
    }
    plan.deleted().forEach(archive -> printer.accept("deleted " + archive + "\n"));
  }
}
