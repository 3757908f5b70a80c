package dev.taskstore.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All tables of a changelog, sorted by name.
 *
 * @param tables the tables
 */
public record SchemaModel(List<TableModel> tables) {

  /** Copies the list. */
  public SchemaModel {
    tables = List.copyOf(tables);
  }

  /**
   * The tables that get a model and a repository.
   *
   * @return all but the pure join tables and those that are configured to have none
   */
  public List<TableModel> entities() {
    return tables.stream().filter(TableModel::modelled).filter(t -> !t.pureJoinTable()).toList();
  }

  /**
   * The pure join tables that a table is at an end of.
   *
   * @param table the table
   * @return a side for each reference from a join table; two when it joins the table with itself
   */
  public List<JoinSide> joinSides(TableModel table) {
    List<JoinSide> sides = new ArrayList<>();
    for (TableModel joinTable : tables) {
      if (!joinTable.pureJoinTable() || !joinTable.modelled()) {
        continue;
      }
      ColumnModel first = joinTable.primaryKey().get(0);
      ColumnModel second = joinTable.primaryKey().get(1);
      for (Map.Entry<ColumnModel, ColumnModel> ends :
          List.of(Map.entry(first, second), Map.entry(second, first))) {
        if (joinTable.references(ends.getKey(), table.name())) {
          sides.add(new JoinSide(joinTable, ends.getKey(), ends.getValue()));
        }
      }
    }
    return List.copyOf(sides);
  }
}
