package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.differential.model.Callback;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The state of a program on the library. */
final class LibrarySide {

  private final TaskStore store;
  private final List<String> notes = new ArrayList<>();
  private final Deque<TaskTransaction> running = new ArrayDeque<>();
  private final List<String> callbackEvents = new ArrayList<>();
  private AfterCommit afterCommit = (transaction, isNested, run) -> transaction.afterCommit(run);
  private final ConsistencyToken token;
  private TaskSession session;
  private @Nullable TaskTransaction ended;
  private @Nullable DSLContext endedContext;
  private ContextOf contextOf = TaskTransaction::dsl;
  private final Deque<Optional<DSLContext>> contexts = new ArrayDeque<>();
  private Bookmarks<PageRequest> bookmarks = new Bookmarks<>();

  /** How a callback after the commit is registered; a mutant does it wrong. */
  @FunctionalInterface
  interface AfterCommit {
    void register(TaskTransaction transaction, boolean isNested, Runnable run);
  }

  /** Returns plain jOOQ of a transaction; a mutant returns another one. */
  @FunctionalInterface
  interface ContextOf {
    DSLContext get(TaskTransaction transaction);
  }

  private static final class CallbackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  LibrarySide(TaskStore store) {
    this.store = store;
    this.token = store.token();
    this.session = store;
  }

  TaskStore store() {
    return store;
  }

  /** Returns the session for calls: the innermost transaction, or the store. */
  TaskSession session() {
    return session;
  }

  /** Returns the session for calls, outside of transactions with a preference for replicas. */
  TaskSession readingAfterToken() {
    return session instanceof TaskTransaction
        ? session
        : session.reading(ReadPreference.replicaAfter(token));
  }

  TaskSession enter(TaskSession inner) {
    TaskSession outer = session;
    session = inner;
    return outer;
  }

  /** Begins a transaction; one of a scope has no plain jOOQ. */
  TaskSession begin(TaskTransaction inner, boolean hasContext) {
    running.push(inner);
    contexts.push(hasContext ? Optional.of(contextOf.get(inner)) : Optional.empty());
    return enter(inner);
  }

  boolean isInTransaction() {
    return !running.isEmpty();
  }

  void leave(TaskSession outer, TaskTransaction inner) {
    running.pop();
    session = outer;
    ended = inner;
    endedContext = contexts.pop().orElse(endedContext);
  }

  /** Uses plain jOOQ of the transaction that ended last, which must fail. */
  boolean useEndedContext() {
    return endedContext != null && endedContext.fetchCount(USERS) >= 0;
  }

  void useContextOf(ContextOf context) {
    contextOf = context;
  }

  /** Uses the transaction that ended last, which must fail. */
  boolean useEndedTransaction() {
    return ended != null && ended.users().count() >= 0;
  }

  void registerAfterCommitBy(AfterCommit registration) {
    afterCommit = registration;
  }

  /** Registers a callback with the innermost transaction; returns false when there is none. */
  boolean register(Callback callback) {
    if (running.isEmpty()) {
      return false;
    }
    TaskTransaction transaction = callback.onOutermost() ? running.getLast() : running.getFirst();
    switch (callback.kind()) {
      case AFTER_COMMIT ->
          afterCommit.register(transaction, running.size() > 1, () -> run(callback, "commit"));
      case AFTER_ROLLBACK -> transaction.afterRollback(() -> run(callback, "rollback"));
      case AFTER_COMPLETION ->
          transaction.afterCompletion(outcome -> run(callback, outcome.name()));
      case BEFORE_RETRY -> transaction.beforeRetry(failure -> run(callback, "retry"));
    }
    return true;
  }

  private void run(Callback callback, String event) {
    callbackEvents.add(callback.event(event, store.users().count()));
    if (callback.fails()) {
      throw new CallbackException();
    }
  }

  List<String> takeCallbackEvents() {
    List<String> taken = List.copyOf(callbackEvents);
    callbackEvents.clear();
    return taken;
  }

  Bookmarks<PageRequest> bookmarks() {
    return bookmarks;
  }

  /** Records a detail that the databases must agree on and that the model lacks. */
  void note(String detail) {
    notes.add(detail);
  }

  String takeNotes() {
    String all = notes.toString();
    notes.clear();
    return all;
  }

  void forget() {
    session = store;
    ended = null;
    endedContext = null;
    contexts.clear();
    running.clear();
    callbackEvents.clear();
    bookmarks = new Bookmarks<>();
    notes.clear();
  }
}
