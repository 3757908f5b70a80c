package dev.taskstore.differential;

/** Runs steps on a table of values: the library, or the model. */
interface ValueTarget<T> {

  /** Removes all rows. */
  void clear();

  /** Runs a step, and returns its result or its exception as text. */
  String run(ValueStep<T> step);
}
