package dev.taskstore.bench.concurrency;

import java.util.Locale;

/** What is varied. */
enum Part {
  /** How many threads do the same. */
  THREADS,
  /** How many threads read beside one that writes. */
  READERS,
  /** How many connections many threads share. */
  POOLS;

  /** The name in files. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
