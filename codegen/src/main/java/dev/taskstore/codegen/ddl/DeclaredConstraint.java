package dev.taskstore.codegen.ddl;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.ConstraintDefinition.Reference;
import dev.taskstore.codegen.sql.SqlExpression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A constraint as its statements declare it.
 *
 * @param declaredBy the changeset that adds the constraint
 * @param definition the constraint, with the current names of tables and columns
 */
public record DeclaredConstraint(ChangeSetKey declaredBy, ConstraintDefinition definition) {

  /** Rejects null. */
  public DeclaredConstraint {
    Objects.requireNonNull(declaredBy, "declaredBy");
    Objects.requireNonNull(definition, "definition");
  }

  /**
   * Returns the kind of the constraint.
   *
   * @return the kind
   */
  public Kind kind() {
    return definition.kind();
  }

  boolean isNamed(String wanted) {
    return definition.name().filter(wanted::equalsIgnoreCase).isPresent();
  }

  /** Returns whether the constraint depends on a column of its own table. */
  boolean uses(String column) {
    return definition.columns().stream().anyMatch(column::equalsIgnoreCase)
        || definition.expression().filter(e -> SqlExpression.mentions(e, column)).isPresent();
  }

  boolean refersTo(String table) {
    return definition.reference().filter(r -> r.table().equalsIgnoreCase(table)).isPresent();
  }

  boolean refersTo(String table, String column) {
    return refersTo(table)
        && definition.reference().stream()
            .flatMap(reference -> reference.columns().stream())
            .anyMatch(column::equalsIgnoreCase);
  }

  DeclaredConstraint withName(String name) {
    return with(
        Optional.of(name), definition.columns(), definition.expression(), definition.reference());
  }

  /** The key that {@code USING INDEX} makes of an index: it has the name of the constraint. */
  DeclaredConstraint over(DeclaredIndex index) {
    return with(
        definition.name().or(index::name),
        index.columns(),
        definition.expression(),
        definition.reference());
  }

  DeclaredConstraint withColumnRenamed(String from, String to) {
    return with(
        definition.name(),
        DeclaredTable.renamed(definition.columns(), from, to),
        definition.expression().map(e -> SqlExpression.renameColumn(e, from, to)),
        definition.reference());
  }

  DeclaredConstraint withTableRenamed(String from, String to) {
    return with(
        definition.name(),
        definition.columns(),
        definition.expression().map(e -> SqlExpression.renameTable(e, from, to)),
        definition.reference());
  }

  DeclaredConstraint withReferencedTableRenamed(String from, String to) {
    return refersTo(from)
        ? withReference(r -> new Reference(to, r.columns(), r.onDelete(), r.onUpdate()))
        : this;
  }

  DeclaredConstraint withReferencedColumnRenamed(String table, String from, String to) {
    return refersTo(table)
        ? withReference(
            r ->
                new Reference(
                    r.table(),
                    DeclaredTable.renamed(r.columns(), from, to),
                    r.onDelete(),
                    r.onUpdate()))
        : this;
  }

  private DeclaredConstraint withReference(UnaryOperator<Reference> change) {
    return with(
        definition.name(),
        definition.columns(),
        definition.expression(),
        definition.reference().map(change));
  }

  private DeclaredConstraint with(
      Optional<String> name,
      List<String> columns,
      Optional<String> expression,
      Optional<Reference> reference) {
    return new DeclaredConstraint(
        declaredBy,
        new ConstraintDefinition(
            definition.kind(),
            name,
            columns,
            expression,
            reference,
            definition.notValid(),
            definition.usingIndex()));
  }
}
