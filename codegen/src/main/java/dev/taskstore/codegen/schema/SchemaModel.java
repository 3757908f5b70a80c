package dev.taskstore.codegen.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables to generate, sorted by name.
 *
 * @param tables the tables
 * @param imported the tables whose classes exist already, which get none
 */
public record SchemaModel(List<TableModel> tables, List<TableModel> imported) {

  /** Copies the lists. */
  public SchemaModel {
    tables = List.copyOf(tables);
    imported = List.copyOf(imported);
  }

  /**
   * Returns the generated and the imported tables.
   *
   * @return all tables, sorted by name
   */
  public List<TableModel> all() {
    return Stream.concat(tables.stream(), imported.stream())
        .sorted(Comparator.comparing(TableModel::name))
        .toList();
  }

  /**
   * Returns the tables that get a model and a repository.
   *
   * @return all tables except pure join tables and those configured to have no model
   */
  public List<TableModel> entities() {
    return tables.stream().filter(TableModel::modelled).filter(t -> !t.pureJoinTable()).toList();
  }

  /**
   * Returns the pure join tables that join a table.
   *
   * @param table the table
   * @return a side for each reference from a join table; two if it joins the table with itself
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
