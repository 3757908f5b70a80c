package dev.taskstore.differential.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Users, tasks and tags in memory. Not thread-safe. */
public final class ModelStore {

  private final ModelTransactions transactions;
  private final ModelUsers users;
  private final ModelTasks tasks;
  private final ModelTags tags;
  private final ModelLinks links;
  private final ModelShares shares;
  private final Supplier<Instant> clock;
  private final Supplier<UUID> ids;
  private boolean hasEndedTransaction;
  private boolean hasEndedContext;

  /** Creates an empty store with a clock and a source of IDs. */
  public ModelStore(Supplier<Instant> clock, Supplier<UUID> ids, Refusals refusals) {
    this.transactions = new ModelTransactions(refusals);
    this.users = new ModelUsers(this, transactions);
    this.tasks = new ModelTasks(this, transactions);
    this.tags = new ModelTags(this, transactions);
    this.links = new ModelLinks(this, transactions);
    this.shares = new ModelShares(this, transactions);
    this.clock = clock;
    this.ids = ids;
  }

  public ModelUsers users() {
    return users;
  }

  public ModelTasks tasks() {
    return tasks;
  }

  public ModelTags tags() {
    return tags;
  }

  public ModelLinks links() {
    return links;
  }

  public ModelShares shares() {
    return shares;
  }

  /** Returns the rule for what a principal sees now. */
  public Visibility visibilityOf(Principal principal) {
    return transactions.rows().visibilityOf(principal);
  }

  Instant now() {
    return clock.get().truncatedTo(ChronoUnit.MICROS);
  }

  UUID newId() {
    return ids.get();
  }

  /**
   * Runs a call in the scope of a principal. With policies alone, a call outside of a transaction
   * is a transaction of its own, which names the principal.
   */
  public <T> T scoped(Principal principal, Supplier<T> work) {
    return transactions.refusals().areOfDatabase() && !isInTransaction()
        ? transactions.transaction(false, () -> transactions.scoped(principal, work))
        : transactions.scoped(principal, work);
  }

  /** Runs a call of plain jOOQ, which a scope refuses. */
  public <T> T plainJooq(Supplier<T> work) {
    return transactions.visibility() == null ? work.get() : transactions.refusals().plainJooq(work);
  }

  /** Runs a block in a transaction, in a scope or not. */
  public void transaction(boolean readOnly, boolean scoped, Runnable block) {
    transactions.transaction(
        readOnly,
        () -> {
          try {
            block.run();
          } finally {
            hasEndedTransaction = true;
            hasEndedContext |= !scoped || transactions.refusals().areOfDatabase();
          }
          return true;
        });
  }

  /** Returns whether a transaction is active. */
  public boolean isInTransaction() {
    return transactions.isRunning();
  }

  /**
   * Registers a callback with the innermost transaction; returns false without an active
   * transaction.
   */
  public boolean register(Callback callback) {
    return transactions.callbacks().register(callback);
  }

  /**
   * Runs the callbacks before a retry of the outermost transaction, which has failed; returns
   * whether it may run again: not after a callback has failed.
   */
  public boolean mayRunAgain() {
    return transactions.callbacks().mayRunAgain();
  }

  /** Returns what callbacks have recorded since the last call. */
  public List<String> takeCallbackEvents() {
    return transactions.callbacks().takeEvents();
  }

  /** Uses the transaction that ended last, which must fail. */
  public boolean useEndedTransaction() {
    if (hasEndedTransaction) {
      throw ModelFailure.ended();
    }
    return false;
  }

  /** Uses plain jOOQ of the transaction without a scope that ended last, which must fail. */
  public boolean useEndedContext() {
    if (hasEndedContext) {
      throw ModelFailure.ended();
    }
    return false;
  }

  /** Runs a transaction command with plain jOOQ, which must fail. */
  public boolean rejectTransactionCommand() {
    return transactions.read(
        () -> {
          throw ModelFailure.refused();
        });
  }

  /** Reads the IDs of tags while another statement of plain jOOQ may fail. */
  public List<Object> idsOfTagsAcrossFailure() {
    List<UUID> ids = tags.idsInOrder();
    boolean failed = false;
    try {
      clearTitles();
    } catch (ModelFailure e) {
      failed = true;
    }
    boolean hasFailed = failed;
    return transactions.read(() -> List.of(hasFailed, ids));
  }

  /** Sets a title to null with plain jOOQ. */
  public int clearTitles() {
    return tasks.plainStatement(
        rows -> {
          if (!rows.isEmpty()) {
            throw ModelFailure.notNull("tasks", "title");
          }
          return 0;
        });
  }

  /** Completes a task with plain jOOQ, without setting the completion time. */
  public int completeWithoutTime(UUID id) {
    return tasks.plainStatement(
        rows -> {
          if (rows.containsKey(id)) {
            throw ModelFailure.check("tasks", "ck_tasks_completed_at");
          }
          return 0;
        });
  }
}
