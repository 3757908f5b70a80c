package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import dev.taskstore.codegen.sql.SchemaNames;
import dev.taskstore.codegen.sql.SqlScript;
import dev.taskstore.codegen.sql.Statement;
import dev.taskstore.codegen.sql.UnsetParameters;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.SQLFileChange;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.LiquibaseSerializable;
import org.jspecify.annotations.Nullable;

/** Finds the problems of one change. */
final class ChangeReview {

  /** Fields with text for people or data, in which braces are legal. */
  private static final Set<String> FREE_TEXT =
      Set.of("value", "defaultValue", "remarks", "comment", "comments", "message", "body");

  private static final String DEFAULT_SCHEMA = "public";

  private final Location place;
  private final Change change;
  private final ResourceAccessor files;
  private final Set<Problem> problems = new LinkedHashSet<>();

  ChangeReview(Location place, Change change, ResourceAccessor files) {
    this.place = place;
    this.change = change;
    this.files = files;
  }

  Set<Problem> problems() {
    if (change instanceof SQLFileChange file) {
      requireFile("sqlFile", file.getPath(), Boolean.TRUE.equals(file.isRelativeToChangelogFile()));
    }
    if (change instanceof LoadDataChange data) {
      requireFile(
          data.getSerializedObjectName(),
          data.getFile(),
          Boolean.TRUE.equals(data.isRelativeToChangelogFile()));
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    if (change instanceof AbstractSQLChange sql) {
      sql(sql);
    } else if (!(change instanceof CreateProcedureChange)) {
      fields(change);
    }
    return problems;
  }

  private void sql(AbstractSQLChange written) {
    String sql;
    try {
      sql = written.getSql();
    } catch (UnexpectedLiquibaseException e) {
      return; // Liquibase reports files that it cannot read.
    }
    if (sql == null) {
      return;
    }
    UnsetParameters.in(sql).forEach(this::unset);
    for (Statement statement : SqlScript.read(sql)) {
      SchemaNames.of(statement).ifPresent(this::schema);
    }
  }

  private void fields(LiquibaseSerializable object) {
    for (String field : object.getSerializableFields()) {
      if (!FREE_TEXT.contains(field)) {
        value(field, object.getSerializableFieldValue(field));
      }
    }
  }

  private void value(String field, @Nullable Object value) {
    if (value instanceof LiquibaseSerializable nested) {
      fields(nested);
    } else if (value instanceof Collection<?> elements) {
      elements.forEach(element -> value(field, element));
    } else if (value instanceof String text) {
      UnsetParameters.in(text).forEach(this::unset);
      if (field.toLowerCase(Locale.ROOT).endsWith("schemaname") && !text.isBlank()) {
        schema(text);
      }
    }
  }

  private void unset(String name) {
    boolean storage =
        name.startsWith("type.")
            || name.endsWith("table.options")
            || name.equals("identity.options");
    problems.add(
        new Problem(
            ProblemKind.PROPERTY,
            place,
            "uses ${" + name + "}, which has no value",
            Advice.of(
                storage
                    ? "add <include file=\"dev/taskstore/change-log/types.xml\"/> before it, which"
                        + " defines the storage types"
                    : "add <property name=\"" + name + "\" value=\"...\"/> before it")));
  }

  private void schema(String name) {
    if (!name.equalsIgnoreCase(DEFAULT_SCHEMA)) {
      problems.add(
          new Problem(
              ProblemKind.SCHEMA,
              place,
              "uses the schema " + name,
              Advice.of(
                  "remove the name of the schema: SQLite has none, and on PostgreSQL the connection"
                      + " chooses it, with currentSchema="
                      + name
                      + " in the JDBC URL")));
    }
  }

  private void requireFile(String element, @Nullable String path, boolean relative) {
    if (path == null || path.contains("${")) {
      return;
    }
    String directory = place.file().substring(0, place.file().lastIndexOf('/') + 1);
    String file = relative ? directory + path : path;
    try {
      List<?> found = files.getAll(file);
      if (found != null && !found.isEmpty()) {
        return;
      }
    } catch (IOException e) {
      return; // Liquibase reports files that it cannot read.
    }
    problems.add(
        new Problem(
            ProblemKind.FILE,
            place,
            "has a " + element + " with the file " + path + ", which does not exist at " + file,
            Advice.of(
                relative
                    ? "correct the path, which is relative to the changelog file"
                    : "correct the path, or set relativeToChangelogFile=\"true\" if it is relative"
                        + " to the changelog file")));
  }
}
