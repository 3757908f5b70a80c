package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.ddl.DeclaredColumn;
import dev.taskstore.codegen.ddl.DeclaredConstraint;
import dev.taskstore.codegen.ddl.DeclaredIndex;
import dev.taskstore.codegen.ddl.DeclaredTable;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds foreign keys without an index that begins with their columns. */
final class ForeignKeyIndexCheck implements Check {

  private static final String CREATED_AT = "created_at";

  @Override
  public void end(Visit visit) {
    for (DeclaredTable table : visit.tables()) {
      for (DeclaredConstraint key : table.constraints(Kind.FOREIGN_KEY)) {
        List<String> columns = key.definition().columns();
        if (!columns.isEmpty() && beginnings(table).noneMatch(index -> begins(index, columns))) {
          visit.report(
              LintRule.FOREIGN_KEY_WITHOUT_INDEX,
              key.declaredBy(),
              table.name() + "." + String.join(", ", columns),
              "No index begins with the columns of the foreign key; write "
                  + createIndex(table, columns)
                  + ".");
        }
      }
    }
  }

  /** The columns of all indexes and keys that contain every row. */
  private static Stream<List<String>> beginnings(DeclaredTable table) {
    return Stream.concat(
        table.indexes().stream()
            .filter(index -> index.predicate().filter(p -> !excludesOnlyNull(p)).isEmpty())
            .map(DeclaredIndex::columns),
        table.constraints().stream()
            .filter(key -> key.kind() == Kind.PRIMARY_KEY || key.kind() == Kind.UNIQUE)
            .map(key -> key.definition().columns()));
  }

  /** A row with NULL references nothing. */
  private static boolean excludesOnlyNull(String predicate) {
    return predicate.strip().toLowerCase(Locale.ROOT).matches("\\(?\\w+ is not null\\)?");
  }

  private static boolean begins(List<String> index, List<String> columns) {
    return index.size() >= columns.size()
        && folded(index.subList(0, columns.size())).equals(folded(columns));
  }

  private static Set<String> folded(List<String> names) {
    Set<String> folded = new HashSet<>();
    names.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
    return folded;
  }

  /** The generated finder orders by the time of the insert, if there is one, and by the key. */
  private static String createIndex(DeclaredTable table, List<String> columns) {
    List<String> all = new ArrayList<>(columns);
    if (columns.stream().allMatch(column -> notNull(table, column))) {
      if (notNull(table, CREATED_AT)) {
        all.add(CREATED_AT);
      }
      table.primaryKey().stream().filter(column -> !all.contains(column)).forEach(all::add);
    }
    return "<createIndex tableName=\"%s\" indexName=\"ix_%s_%s\">%s</createIndex>"
        .formatted(
            table.name(),
            table.name(),
            String.join("_", columns),
            all.stream()
                .map(column -> "<column name=\"" + column + "\"/>")
                .collect(Collectors.joining()));
  }

  private static boolean notNull(DeclaredTable table, String column) {
    return table.column(column).filter(DeclaredColumn::notNull).isPresent();
  }
}
