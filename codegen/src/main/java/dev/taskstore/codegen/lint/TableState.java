package dev.taskstore.codegen.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table as far as the changesets have come. For one thread. */
final class TableState {

  final ChangeSetView addedBy;
  String name;
  boolean remarks;
  final List<KeyState> keys = new ArrayList<>();
  final List<String> checks = new ArrayList<>();
  private final Map<String, ColumnState> columns = new LinkedHashMap<>();

  TableState(ChangeSetView addedBy, String name) {
    this.addedBy = addedBy;
    this.name = name;
  }

  List<ColumnState> columns() {
    return List.copyOf(columns.values());
  }

  Optional<ColumnState> column(String column) {
    return Optional.ofNullable(columns.get(folded(column)));
  }

  void add(ColumnState column) {
    columns.put(folded(column.name), column);
  }

  void dropColumn(String column) {
    columns.remove(folded(column));
    keys.removeIf(key -> key.columns().stream().anyMatch(column::equalsIgnoreCase));
  }

  void renameColumn(String from, String to) {
    Optional.ofNullable(columns.remove(folded(from)))
        .ifPresent(
            column -> {
              column.name = to;
              add(column);
            });
  }

  Optional<KeyState> primaryKey() {
    return keys.stream().filter(key -> key.kind() == KeyState.Kind.PRIMARY_KEY).findFirst();
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
