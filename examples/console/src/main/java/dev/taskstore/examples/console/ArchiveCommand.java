package dev.taskstore.examples.console;

import dev.taskstore.backup.Passphrase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that reads an archive and needs no database. */
abstract class ArchiveCommand implements Callable<Integer> {

  @Mixin private ArchiveSource source;

  @Mixin private PassphraseOption passphrase;

  @Spec private CommandSpec spec;

  @Override
  public final Integer call() throws Exception {
    print(read(source.require(environment()), passphrase.orNull(environment())));
    return ExitCode.OK;
  }

  /** Reads the archive and returns what to print. */
  abstract String read(Path archive, Passphrase givenPassphrase) throws Exception;

  final Environment environment() {
    return ((Console) spec.root().userObject()).environment();
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
