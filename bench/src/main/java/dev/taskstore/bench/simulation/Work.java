package dev.taskstore.bench.simulation;

/** Chooses the calls of one user or thread. */
@FunctionalInterface
interface Work {

  /** Returns the kind of the next call. */
  Kind next();
}
