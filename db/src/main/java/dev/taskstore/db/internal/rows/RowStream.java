package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.mapping.RowMapper;
import java.lang.ref.Cleaner;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stream of rows that are fetched on demand. Outside a transaction, a stream uses a connection
 * until it is closed, or until the garbage collector finds it unreachable.
 */
public final class RowStream<M> extends Spliterators.AbstractSpliterator<M> {

  private static final System.Logger LOGGER = System.getLogger(RowStream.class.getName());
  private static final Cleaner CLEANER = Cleaner.create();

  private final RowCursor cursor;
  private final RowMapper<M> mapper;
  private final Cleaner.@Nullable Cleanable forgotten;

  private RowStream(RowCursor cursor, RowMapper<M> mapper) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.cursor = cursor;
    this.mapper = mapper;
    this.forgotten =
        cursor.isInTransaction() ? null : CLEANER.register(this, () -> giveBack(cursor));
  }

  /** Opens a stream, which the caller closes. */
  public static <M> Stream<M> open(
      OpenDatabase database, BoundStatement bound, int fetchSize, RowMapper<M> mapper) {
    RowCursor cursor =
        database.transactions().current() == null
            ? database.retrying(() -> RowCursor.open(database, bound, fetchSize))
            : RowCursor.open(database, bound, fetchSize);
    RowStream<M> rows = new RowStream<>(cursor, mapper);
    return StreamSupport.stream(rows, false).onClose(rows::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super M> action) {
    M entity = cursor.next(mapper);
    if (entity == null) {
      return false;
    }
    action.accept(entity);
    return true;
  }

  private void close() {
    cursor.close();
    if (forgotten != null) {
      forgotten.clean();
    }
  }

  private static void giveBack(RowCursor cursor) {
    if (!cursor.isClosed()) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "A stream was not closed and kept its connection until garbage collection. Use streams in"
              + " a try-with-resources block.");
      cursor.close();
    }
  }
}
