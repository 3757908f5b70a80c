package dev.taskstore.differential;

import dev.taskstore.differential.model.Callback;
import java.util.List;

/** Callbacks of the innermost transaction, where there is one. */
final class CallbackOperations {

  private static final int NUMBERS = 1_000;

  private CallbackOperations() {}

  static Operation register(Draw draw) {
    Callback callback =
        new Callback(
            draw.pick(List.of(Callback.Kind.values())),
            draw.between(0, NUMBERS),
            draw.chance(25),
            draw.chance(10));
    return Operation.of(
        "transaction.register",
        List.of(callback),
        side -> side.register(callback),
        side -> side.store().register(callback));
  }
}
