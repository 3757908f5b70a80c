package dev.taskstore.examples.console;

import picocli.CommandLine.Option;

/** The options that select the changesets to roll back. */
final class RollbackTarget {

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      required = true,
      description = "Roll back the last N changesets. Default: 1.")
  private int count = 1;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      required = true,
      description = "Roll back all changesets applied after this tag.")
  private String tag;

  int count() {
    return count;
  }

  /** Returns the tag, or null if a number of changesets is given. */
  String tag() {
    return tag;
  }
}
