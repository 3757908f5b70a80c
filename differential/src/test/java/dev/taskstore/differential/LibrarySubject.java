package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASK_SHARES;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.IdGenerator;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.differential.model.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subject that runs programs on a store. */
class LibrarySubject extends Subject implements AutoCloseable {

  private final String name;
  private final LibrarySide side;
  private final Runnable onClose;

  LibrarySubject(String name, TaskStore.Builder builder, Runnable onClose) {
    this.name = name;
    this.onClose = onClose;
    this.side =
        new LibrarySide(
            builder
                .clock(new MomentClock())
                .idGenerator(new MomentIds())
                .retryPolicy(new RetryPolicy(100, Duration.ZERO, Duration.ZERO))
                .open());
  }

  LibrarySide side() {
    return side;
  }

  void registerAfterCommitBy(LibrarySide.AfterCommit registration) {
    side.registerAfterCommitBy(registration);
  }

  void useContextOf(LibrarySide.ContextOf context) {
    side.useContextOf(context);
  }

  TaskStore store() {
    return side.store();
  }

  @Override
  String name() {
    return name;
  }

  @Override
  void clear() {
    side.forget();
    store().dsl().deleteFrom(USERS).execute();
    store().dsl().deleteFrom(TAGS).execute();
  }

  /** Runs work with the session of a step. */
  private <T> T in(Target target, Supplier<T> work) {
    if (target.equals(Target.CURRENT)) {
      return work.get();
    }
    TaskScope scope = target.principal() == null ? null : open(target.principal());
    TaskSession session = side.enter(scope == null ? store() : scope);
    try {
      return work.get();
    } finally {
      side.enter(session);
      if (scope != null) {
        scope.close();
      }
    }
  }

  private TaskScope open(Principal principal) {
    return principal.user() == null ? store().scopedToAll() : store().scopedTo(principal.user());
  }

  @Override
  Object call(Operation operation, Target target, @Nullable Principal principal) {
    return in(target, () -> operation.onLibrary().apply(side));
  }

  @Override
  void transaction(Step.Style style, Target target, @Nullable Principal principal, Runnable block) {
    in(
        target,
        () -> {
          run(style, side.session(), principal == null, block);
          return true;
        });
  }

  /** Runs a transaction of a session. */
  final void run(Step.Style style, TaskSession session, boolean hasContext, Runnable block) {
    TransactionOptions options =
        switch (style) {
          case DEFAULT, WITH_RESULT -> TransactionOptions.defaults();
          case SERIALIZABLE -> TransactionOptions.defaults().isolation(IsolationLevel.SERIALIZABLE);
          case WITHOUT_RETRY -> TransactionOptions.defaults().withoutRetry();
          case READ_ONLY -> TransactionOptions.defaults().readOnly();
        };
    if (style == Step.Style.WITH_RESULT) {
      boolean ran =
          session.transactionResult(
              tx -> {
                run(tx, hasContext, block);
                return true;
              });
      if (!ran) {
        throw new IllegalStateException("The result of the block was lost");
      }
    } else {
      session.transaction(options, tx -> run(tx, hasContext, block));
    }
  }

  private void run(TaskTransaction transaction, boolean hasContext, Runnable block) {
    TaskSession outer = side.begin(transaction, hasContext);
    try {
      block.run();
    } finally {
      side.leave(outer, transaction);
    }
  }

  @Override
  List<String> takeCallbackEvents() {
    return side.takeCallbackEvents();
  }

  @Override
  String takeNotes() {
    return side.takeNotes();
  }

  @Override
  Object contents() {
    try (var users = store().users().stream();
        var tasks = store().tasks().stream();
        var tags = store().tags().stream();
        Stream<List<UUID>> links =
            store()
                .dsl()
                .selectFrom(TASK_TAGS)
                .fetch(row -> List.of(row.getTaskId(), row.getTagId()))
                .stream();
        Stream<List<UUID>> shares =
            store()
                .dsl()
                .selectFrom(TASK_SHARES)
                .fetch(row -> List.of(row.getTaskId(), row.getCollaboratorId()))
                .stream()) {
      return List.of(
          users.toList(),
          tasks.toList(),
          tags.toList(),
          new HashSet<>(links.toList()),
          new HashSet<>(shares.toList()));
    }
  }

  @Override
  public void close() {
    store().close();
    onClose.run();
  }

  private final class MomentClock extends Clock {

    @Override
    public Instant instant() {
      return moment().now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final class MomentIds implements IdGenerator {

    @Override
    public UUID next() {
      return moment().newId();
    }

    @Override
    public UUID next(Instant createdAt) {
      return moment().newId();
    }
  }
}
