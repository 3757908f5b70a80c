package dev.taskstore.differential.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The callbacks of the outermost transaction, and of those that are nested in it. */
final class ModelCallbacks {

  private record Registered(Callback callback, ModelTransactions.Scope scope) {}

  private final ModelTransactions transactions;
  private final List<Registered> registered = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private boolean failed;

  ModelCallbacks(ModelTransactions transactions) {
    this.transactions = transactions;
  }

  /** An outermost transaction begins. */
  void begin() {
    registered.clear();
    failed = false;
  }

  boolean register(Callback callback) {
    ModelTransactions.Scope scope = transactions.scope();
    if (scope != null) {
      registered.add(new Registered(callback, scope));
    }
    return scope != null;
  }

  /** The outermost transaction has ended. */
  void end() {
    for (Registered each : registered) {
      run(each.callback(), event(each.callback().kind(), each.scope().isRolledBack()));
    }
  }

  private static @Nullable String event(Callback.Kind kind, boolean rolledBack) {
    return switch (kind) {
      case AFTER_COMMIT -> rolledBack ? null : "commit";
      case AFTER_ROLLBACK -> rolledBack ? "rollback" : null;
      case AFTER_COMPLETION -> rolledBack ? "ROLLED_BACK" : "COMMITTED";
      case BEFORE_RETRY -> null;
    };
  }

  private void run(Callback callback, @Nullable String event) {
    if (event != null) {
      events.add(callback.event(event, transactions.rows().users.size()));
      failed |= callback.fails();
    }
  }

  boolean mayRunAgain() {
    if (!failed) {
      for (Registered each : registered) {
        run(each.callback(), each.callback().kind() == Callback.Kind.BEFORE_RETRY ? "retry" : null);
      }
    }
    return !failed;
  }

  boolean hasFailed() {
    return failed;
  }

  List<String> takeEvents() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }
}
