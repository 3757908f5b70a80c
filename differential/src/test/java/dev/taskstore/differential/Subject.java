package dev.taskstore.differential;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.differential.model.Principal;
import dev.taskstore.differential.model.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The system that programs run on: the model or a database. Not thread-safe. */
abstract class Subject {

  /** The number of the step that compares the contents at the end. */
  static final int END = Integer.MAX_VALUE;

  /** Ends a block that aborts. */
  private static final class AbortException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbortException() {
      super("aborted", null, false, false);
    }
  }

  private final Moment moment = new Moment();
  private @Nullable Principal principal;
  private final Set<Integer> conflicted = new HashSet<>();
  private List<Outcome> outcomes = new ArrayList<>();

  final Moment moment() {
    return moment;
  }

  abstract String name();

  /** Deletes all rows and resets the state of the previous program. */
  abstract void clear();

  /**
   * Runs a call.
   *
   * @param principal whose rows it sees; null for all rows
   */
  abstract Object call(Operation operation, Target target, @Nullable Principal principal);

  /** What the callbacks of transactions have recorded since the last time. */
  abstract List<String> takeCallbackEvents();

  /**
   * Runs a transaction.
   *
   * @param principal whose rows its calls see; null for all rows
   */
  abstract void transaction(
      Step.Style style, Target target, @Nullable Principal principal, Runnable block);

  /** Returns all rows and links. */
  abstract Object contents();

  /** Returns the rule for what a principal sees; null if the subject does not know it. */
  @Nullable Visibility visibilityOf(Principal own) {
    return null;
  }

  String takeNotes() {
    return "";
  }

  /** Runs a program on empty tables. */
  final List<Outcome> run(Program program) {
    outcomes = new ArrayList<>();
    conflicted.clear();
    principal = null;
    clear();
    runAll(program.steps(), false);
    outcomes.add(new Outcome(END, "contents", null, contents(), null, ""));
    return outcomes;
  }

  private void runAll(List<Step> steps, boolean inBlock) {
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        run(call, inBlock);
      } else if (step instanceof Step.Block block) {
        run(block, inBlock);
      }
    }
  }

  private void run(Step.Call call, boolean inBlock) {
    moment.set(call.now(), call.operation().ids());
    String operation = call.operation().name();
    Principal own = call.target().principalOr(principal);
    Visibility visibility = own == null ? null : visibilityOf(own);
    try {
      Object value = call(call.operation(), call.target(), own);
      outcomes.add(
          new Outcome(call.number(), operation, own, value, null, takeNotes()).seen(visibility));
    } catch (RuntimeException e) {
      takeNotes();
      outcomes.add(Outcome.failed(call.number(), operation, own, e));
      if (call.escapes() && inBlock) {
        throw e;
      }
    }
  }

  private void run(Step.Block block, boolean inBlock) {
    Principal outer = principal;
    Principal own = block.target().principalOr(outer);
    try {
      principal = own;
      transaction(
          block.style(),
          block.target(),
          own,
          () -> {
            runAll(block.steps(), true);
            if (block.conflicts() && conflicted.add(block.number())) {
              throw new TransientFailureException("conflict", FailureContext.NONE, null);
            }
            if (block.aborts()) {
              throw new AbortException();
            }
          });
      outcomes.add(new Outcome(block.number(), "transaction", own, "committed", null, ""));
      addCallbackEvents(block);
    } catch (RuntimeException e) {
      outcomes.add(Outcome.failed(block.number(), "transaction", own, e));
      addCallbackEvents(block);
      if (block.escapes() && inBlock) {
        throw e;
      }
    } finally {
      principal = outer;
    }
  }

  private void addCallbackEvents(Step.Block block) {
    outcomes.add(new Outcome(block.number(), "callbacks", null, takeCallbackEvents(), null, ""));
  }

  /** The time and the IDs of a call. */
  static final class Moment {

    private Instant now = Instant.EPOCH;
    private @Nullable IdSource ids;
    private int made;

    private void set(Instant time, @Nullable IdSource source) {
      now = time;
      ids = source;
      made = 0;
    }

    Instant now() {
      return now;
    }

    UUID newId() {
      if (ids == null) {
        throw new IllegalStateException("This call must not generate IDs");
      }
      return ids.get(made++);
    }
  }
}
