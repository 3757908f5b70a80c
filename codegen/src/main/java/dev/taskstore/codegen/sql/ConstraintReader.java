package dev.taskstore.codegen.sql;

import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.ConstraintDefinition.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a constraint of a table or of a column. */
final class ConstraintReader {

  private static final Set<String> STARTS =
      Set.of("constraint", "primary", "unique", "foreign", "check", "exclude");
  private static final Set<String> NEXT_CLAUSE =
      Set.of(
          "constraint",
          "null",
          "default",
          "collate",
          "primary",
          "unique",
          "check",
          "references",
          "generated",
          "as");

  private final TokenReader tokens;
  private final Optional<String> bearer;
  private final List<String> columns = new ArrayList<>();
  private Optional<String> expression = Optional.empty();
  private Optional<Reference> reference = Optional.empty();
  private boolean notValid;
  private Optional<String> usingIndex = Optional.empty();

  private ConstraintReader(TokenReader tokens, Optional<String> bearer) {
    this.tokens = tokens;
    this.bearer = bearer;
    bearer.ifPresent(columns::add);
  }

  static boolean startsTableConstraint(TokenReader tokens) {
    return tokens.nextIsAnyOf(STARTS);
  }

  static ConstraintDefinition ofTable(TokenReader tokens) {
    return new ConstraintReader(tokens, Optional.empty())
        .read()
        .orElseThrow(() -> new UnreadableStatementException("a constraint"));
  }

  /** Reads a constraint of a column; empty if none follows, after skipping its name. */
  static Optional<ConstraintDefinition> ofColumn(TokenReader tokens, String column) {
    return new ConstraintReader(tokens, Optional.of(column)).read();
  }

  private Optional<ConstraintDefinition> read() {
    Optional<String> name =
        tokens.accept("constraint") ? Optional.of(tokens.name()) : Optional.empty();
    Optional<Kind> kind = kind();
    if (kind.isPresent()) {
      attributes();
    }
    return kind.map(
        found ->
            new ConstraintDefinition(
                found, name, columns, expression, reference, notValid, usingIndex));
  }

  private Optional<Kind> kind() {
    if (tokens.accept("not", "null")) {
      return Optional.of(Kind.NOT_NULL);
    }
    if (tokens.accept("primary", "key")) {
      keyColumns();
      return Optional.of(Kind.PRIMARY_KEY);
    }
    if (tokens.accept("unique")) {
      if (bearer.isEmpty()) {
        tokens.until(reader -> reader.nextIsSymbol("(") || reader.nextIs("using"));
      }
      keyColumns();
      return Optional.of(Kind.UNIQUE);
    }
    if (tokens.accept("foreign", "key")) {
      tokens.until(reader -> reader.nextIsSymbol("("));
      columns.addAll(tokens.nameList());
      tokens.expect("references");
      references();
      return Optional.of(Kind.FOREIGN_KEY);
    }
    if (tokens.accept("references")) {
      references();
      return Optional.of(Kind.FOREIGN_KEY);
    }
    if (tokens.accept("check")) {
      expression = Optional.of(tokens.parenthesized());
      return Optional.of(Kind.CHECK);
    }
    if (tokens.accept("exclude")) {
      expression = Optional.of(tokens.remaining());
      return Optional.of(Kind.EXCLUDE);
    }
    return Optional.empty();
  }

  private void keyColumns() {
    if (tokens.accept("using", "index")) {
      usingIndex = Optional.of(tokens.name());
    } else if (bearer.isEmpty()) {
      columns.addAll(tokens.nameList());
    }
  }

  private void references() {
    String table = tokens.name();
    List<String> referenced = tokens.nextIsSymbol("(") ? tokens.nameList() : List.of();
    Optional<String> onDelete = Optional.empty();
    Optional<String> onUpdate = Optional.empty();
    while (tokens.nextIs("on") || tokens.nextIs("match")) {
      if (tokens.accept("on", "delete")) {
        onDelete = Optional.of(action());
      } else if (tokens.accept("on", "update")) {
        onUpdate = Optional.of(action());
      } else {
        tokens.skip();
        tokens.skip();
      }
    }
    reference = Optional.of(new Reference(table, referenced, onDelete, onUpdate));
  }

  private String action() {
    String first = tokens.name().toUpperCase(Locale.ROOT);
    boolean ofTwoWords = first.equals("SET") || first.equals("NO");
    return ofTwoWords ? first + " " + tokens.name().toUpperCase(Locale.ROOT) : first;
  }

  /** Reads the attributes of a constraint; for a column, up to its next clause. */
  private void attributes() {
    while (!tokens.atEnd() && !startsNextClause()) {
      if (tokens.accept("not", "valid")) {
        notValid = true;
      } else {
        tokens.skip();
      }
    }
  }

  private boolean startsNextClause() {
    return bearer.isPresent() && (tokens.nextIsAnyOf(NEXT_CLAUSE) || tokens.nextIs("not", "null"));
  }
}
