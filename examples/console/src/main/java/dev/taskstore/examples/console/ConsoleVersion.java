package dev.taskstore.examples.console;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the manifest of the jar. */
final class ConsoleVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Console.class.getPackage().getImplementationVersion();
    return new String[] {"console " + Optional.ofNullable(version).orElse("(unpackaged)")};
  }
}
