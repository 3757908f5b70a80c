package dev.taskstore.codegen.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders keys by the positions that their columns have in the table. */
public final class ColumnOrder {

  private ColumnOrder() {}

  /**
   * Returns a comparator of keys.
   *
   * @param tableColumns the columns in the order of the table
   * @param columns returns the columns of a key
   * @param name returns the name of a key, which orders keys over the same columns
   * @param <T> the type of key
   * @return the comparator
   */
  public static <T> Comparator<T> of(
      List<String> tableColumns, Function<T, List<String>> columns, Function<T, String> name) {
    return Comparator.comparing(
            (T key) ->
                columns.apply(key).stream()
                    .map(c -> String.format(Locale.ROOT, "%05d", tableColumns.indexOf(c)))
                    .collect(Collectors.joining(".")))
        .thenComparing(name);
  }
}
