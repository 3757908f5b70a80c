package dev.taskstore.examples.console;

import picocli.CommandLine.Option;

/** How far to go back. */
final class RollbackTarget {

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      required = true,
      description = "How many changesets; 1 by default.")
  private int count = 1;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      required = true,
      description = "All that were applied after this tag.")
  private String tag;

  int count() {
    return count;
  }

  /** The tag, or null when changesets are counted. */
  String tag() {
    return tag;
  }
}
