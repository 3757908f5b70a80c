package dev.taskstore.codegen.sql;

import dev.taskstore.codegen.sql.AlterTable.Action;
import java.util.List;

/** Reads an action of ALTER TABLE. */
final class ActionReader {

  private ActionReader() {}

  static List<Action> read(TokenReader tokens) {
    if (tokens.nextIs("add")) {
      return add(tokens);
    }
    if (tokens.accept("drop", "constraint")) {
      tokens.accept("if", "exists");
      return List.of(new AlterTable.DropConstraint(tokens.name()));
    }
    if (tokens.accept("drop", "column")) {
      tokens.accept("if", "exists");
      return List.of(new AlterTable.DropColumn(tokens.name()));
    }
    if (tokens.accept("alter", "column")) {
      return List.of(new AlterTable.AlterColumn(tokens.name(), tokens.remaining()));
    }
    return List.of(new AlterTable.OtherAction(tokens.remaining()));
  }

  private static List<Action> add(TokenReader tokens) {
    tokens.expect("add");
    if (ConstraintReader.startsTableConstraint(tokens)) {
      return List.of(new AlterTable.AddConstraint(ConstraintReader.ofTable(tokens)));
    }
    tokens.accept("column");
    tokens.accept("if", "not", "exists");
    if (tokens.nextIsSymbol("(")) {
      return tokens.elements().stream().map(ActionReader::addElement).toList();
    }
    return List.of(addElement(tokens));
  }

  private static Action addElement(TokenReader element) {
    return ConstraintReader.startsTableConstraint(element)
        ? new AlterTable.AddConstraint(ConstraintReader.ofTable(element))
        : new AlterTable.AddColumn(ColumnReader.read(element));
  }
}
