package dev.taskstore.examples.web.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, or of a column of the board.
 *
 * @param filter the conditions
 * @param rows the tasks
 * @param next the token of the next page, or null
 */
public record TaskColumn(TaskFilter filter, List<TaskRow> rows, @Nullable String next) {

  /** Copies the rows. */
  public TaskColumn {
    rows = List.copyOf(rows);
  }

  /**
   * Returns the address of the next page.
   *
   * @return the path with its query, or null if this is the last page
   */
  public @Nullable String nextUrl() {
    if (next == null) {
      return null;
    }
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    parameters.put("page", next);
    return TaskUrls.list(parameters);
  }
}
