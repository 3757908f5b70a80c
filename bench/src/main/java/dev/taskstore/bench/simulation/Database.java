package dev.taskstore.bench.simulation;

import java.util.List;

/** Runs calls in simulated time. */
interface Database {

  /** Starts a call; the action runs at its end. */
  void call(Kind kind, Runnable done);

  /** Returns the resources whose utilisation is reported. */
  List<Resource> resources();
}
