package dev.taskstore.db.personal;

import dev.taskstore.db.internal.audit.TrailEntries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * The entries of the audit trail on the rows of one person: those that exist, and those that
 * existed and referred to them. For one transaction.
 */
final class SubjectTrail {

  private final DSLContext dsl;
  private final TrailEntries entries;
  private final List<RowReference> references;
  private final Map<Table<?>, Set<String>> keys = new LinkedHashMap<>();

  /**
   * Finds the rows.
   *
   * @param rows the conditions of the rows that exist, by table; a table follows those that its
   *     rows refer to
   * @param references the foreign keys by which rows belong to the person
   */
  SubjectTrail(
      DSLContext dsl,
      TrailEntries entries,
      Map<Table<?>, Condition> rows,
      List<RowReference> references) {
    this.dsl = dsl;
    this.entries = entries;
    this.references = references;
    rows.forEach(
        (table, selected) -> {
          if (entries.contain(table)) {
            keys.put(table, existing(table, selected));
            addFormer(table);
          }
        });
  }

  private Set<String> existing(Table<?> table, Condition selected) {
    UniqueKey<?> key = Objects.requireNonNull(table.getPrimaryKey(), "primary key");
    Set<String> found = new LinkedHashSet<>();
    dsl.select(key.getFields())
        .from(table)
        .where(selected)
        .forEach(row -> found.add(entries.key(table, row.intoList())));
    return found;
  }

  /** Rows that refer to rows of the same table are found at any depth. */
  private void addFormer(Table<?> table) {
    Set<String> own = Objects.requireNonNull(keys.get(table));
    for (RowReference reference : references) {
      Set<String> parents = keys.get(reference.referencedTable());
      if (reference.table().equals(table) && parents != null && refersToKey(reference)) {
        List<String> columns = reference.columns().stream().map(Named::getName).toList();
        boolean more;
        do {
          more = own.addAll(entries.referring(dsl, table, columns, Set.copyOf(parents)));
        } while (more && reference.isTree());
      }
    }
  }

  private static boolean refersToKey(RowReference reference) {
    UniqueKey<?> key = reference.referencedTable().getPrimaryKey();
    return key != null && key.getFields().equals(reference.referencedColumns());
  }

  /** Returns the numbers of the entries in their order. */
  List<Long> numbers() {
    List<Long> numbers = new ArrayList<>();
    keys.forEach((table, own) -> numbers.addAll(entries.numbers(dsl, table, own)));
    numbers.sort(null);
    return numbers;
  }
}
