package dev.taskstore.bench.concurrency;

import java.util.Locale;

/** The varied quantity. */
enum Part {
  /** The number of threads. */
  THREADS,
  /** The number of readers concurrent to a writer. */
  READERS,
  /** The pool size. */
  POOLS;

  /** Returns the name in files. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
