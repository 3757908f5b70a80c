package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.value.RowBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a page. Thread-safe.
 *
 * @param sql the statement
 * @param places the index of the cursor's value for each of the first parameters
 * @param inOrder whether these are all values in their order
 */
public record KeysetTemplate(SqlTemplate sql, List<Integer> places, boolean inOrder) {

  /** Copies the places. */
  public KeysetTemplate {
    places = List.copyOf(places);
  }

  /**
   * Creates a statement for cursors.
   *
   * @param values the number of values of a cursor
   */
  static KeysetTemplate of(SqlTemplate sql, List<Integer> places, int values) {
    return new KeysetTemplate(
        sql, places, places.equals(IntStream.range(0, values).boxed().toList()));
  }

  /** Returns the same statement for the principal of a scope. */
  KeysetTemplate boundTo(ScopeBinding scope) {
    return new KeysetTemplate(sql.boundTo(scope), places, inOrder);
  }

  /** Binds the cursor's stored values to the first parameters, and Java values to the others. */
  public RowBinder arguments(List<@Nullable Object> cursor, @Nullable Object... arguments) {
    if (inOrder) {
      return sql.arguments(cursor, arguments);
    }
    List<@Nullable Object> values = new ArrayList<>(places.size());
    for (int place : places) {
      values.add(cursor.get(place));
    }
    return sql.arguments(values, arguments);
  }
}
