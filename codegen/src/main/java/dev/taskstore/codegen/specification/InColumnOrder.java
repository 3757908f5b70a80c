package dev.taskstore.codegen.specification;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sorts what consists of columns as the table has its columns. */
final class InColumnOrder {

  private InColumnOrder() {}

  static <T> Comparator<T> of(
      List<String> tableColumns, Function<T, List<String>> columns, Function<T, String> name) {
    return Comparator.comparing(
            (T part) ->
                columns.apply(part).stream()
                    .map(c -> String.format(Locale.ROOT, "%05d", tableColumns.indexOf(c)))
                    .collect(Collectors.joining(".")))
        .thenComparing(name);
  }
}
