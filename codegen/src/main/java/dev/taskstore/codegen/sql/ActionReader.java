package dev.taskstore.codegen.sql;

import dev.taskstore.codegen.sql.AlterTable.Action;
import java.util.List;
import java.util.Set;

/** Reads an action of ALTER TABLE. */
final class ActionReader {

  private static final Set<String> OTHER_OBJECTS =
      Set.of("check", "constraint", "foreign", "index", "key", "partition", "primary");

  private ActionReader() {}

  static List<Action> read(TokenReader tokens) {
    if (tokens.nextIs("add")) {
      return add(tokens);
    }
    if (tokens.accept("drop", "constraint")) {
      tokens.accept("if", "exists");
      return List.of(new AlterTable.DropConstraint(tokens.name()));
    }
    if (startsColumn(tokens, "drop") && tokens.accept("drop")) {
      tokens.accept("column");
      tokens.accept("if", "exists");
      return List.of(new AlterTable.DropColumn(tokens.name()));
    }
    if (startsColumn(tokens, "alter") && tokens.accept("alter")) {
      tokens.accept("column");
      return List.of(alterColumn(tokens));
    }
    if (tokens.nextIs("rename", "constraint") || startsColumn(tokens, "rename")) {
      return List.of(rename(tokens));
    }
    return List.of(new AlterTable.OtherAction(tokens.remaining()));
  }

  /** The word COLUMN can be omitted: then a name that is no other kind of object follows. */
  private static boolean startsColumn(TokenReader tokens, String verb) {
    return tokens.nextIs(verb, "column")
        || (tokens.nextIs(verb) && OTHER_OBJECTS.stream().noneMatch(o -> tokens.nextIs(verb, o)));
  }

  private static Action alterColumn(TokenReader tokens) {
    String column = tokens.name();
    return tokens.accept("rename", "to")
        ? new AlterTable.RenameColumn(column, tokens.name())
        : new AlterTable.AlterColumn(column, tokens.remaining());
  }

  private static Action rename(TokenReader tokens) {
    tokens.expect("rename");
    if (tokens.accept("to") || tokens.accept("as")) {
      return new AlterTable.RenameTable(tokens.name());
    }
    boolean constraint = tokens.accept("constraint");
    tokens.accept("column");
    String from = tokens.name();
    tokens.expect("to");
    String to = tokens.name();
    return constraint
        ? new AlterTable.RenameConstraint(from, to)
        : new AlterTable.RenameColumn(from, to);
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
        : new AlterTable.AddColumn(ColumnDefinitionReader.read(element));
  }
}
