package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.exception.ValidationFailedException;

/**
 * Describes why a changelog does not run: with the file, the changeset, the reason of the database
 * and the statement, each once. Liquibase repeats them in the messages of several causes.
 * Stateless.
 */
public final class MigrationFailure {

  private static final Pattern CHANGESET =
      Pattern.compile(
          "changeset (?<file>\\S+?)::(?<id>.+?)::(?<author>\\S+?):?\\s", Pattern.CASE_INSENSITIVE);

  private static final Pattern STATEMENT =
      Pattern.compile("\\[Failed SQL: (?:\\(-?\\d+\\) )?(?<sql>.*)]\\s*$", Pattern.DOTALL);

  /** A line of Liquibase's validation: {@code problem, file::id::author}. */
  private static final Pattern INVALID =
      Pattern.compile("\\s*(?<problem>.+), (?<file>\\S+?)::(?<id>.+?)::(?<author>.+?)\\s*");

  /** What drivers append to the reason: a position, the statement, or values of rows. */
  private static final Pattern APPENDED =
      Pattern.compile(
          "(?s); SQL statement:.*|(?m)^\\s*(Position|Detail|Where|Location|File|Routine|Line):.*$");

  private static final int LONGEST_STATEMENT = 2_000;

  private MigrationFailure() {}

  /**
   * Describes a failure.
   *
   * @param changelog the path of the changelog, for failures outside of changesets
   * @param database the database
   * @param failure the exception of Liquibase
   * @return the problems, at least one
   */
  public static List<Problem> problems(
      String changelog, SchemaDatabase database, Throwable failure) {
    List<Throwable> causes = causes(failure);
    List<Problem> invalid =
        causes.stream()
            .filter(ValidationFailedException.class::isInstance)
            .findFirst()
            .map(validation -> invalid(database, String.valueOf(validation.getMessage())))
            .orElse(List.of());
    if (!invalid.isEmpty()) {
      return invalid;
    }
    String reason = reason(causes);
    Optional<String> statement = statement(causes);
    Location place = changeSet(causes).orElse(Location.of(changelog, ""));
    return List.of(
        new Problem(
            ProblemKind.CHANGE_SET,
            place,
            "fails on "
                + database.title()
                + ": "
                + reason
                + statement.map(sql -> "\n  Statement: " + shortened(sql)).orElse(""),
            causes.stream().anyMatch(SQLException.class::isInstance)
                ? advice(database, statement)
                : Advice.of("")));
  }

  private static Advice advice(SchemaDatabase database, Optional<String> statement) {
    Advice limited = limited(database);
    return statement
        .flatMap(RejectedColumns::advice)
        .map(
            column ->
                new Advice(
                    column.sentence() + "; or " + limited.sentence(),
                    column.attributes(),
                    column.sql()))
        .orElse(limited);
  }

  private static Advice limited(SchemaDatabase database) {
    return Advice.of(
        "correct it or, if only "
            + database.title()
            + " refuses it, limit it with dbms=\"!"
            + database.shortName()
            + "\" and write it for "
            + database.title()
            + " with dbms=\""
            + database.shortName()
            + "\"");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static List<Problem> invalid(SchemaDatabase database, String message) {
    return message
        .lines()
        .map(INVALID::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new Problem(
                    ProblemKind.CHANGE_SET,
                    Location.of(line.group("file"), line.group("id")),
                    "is invalid on " + database.title() + ": " + sentence(line.group("problem")),
                    limited(database)))
        .toList();
  }

  /** The message of the innermost cause that has one. */
  private static String reason(List<Throwable> causes) {
    String message =
        causes.stream()
            .map(Throwable::getMessage)
            .filter(text -> text != null && !text.isBlank())
            .reduce((outer, inner) -> inner)
            .orElse("no reason given");
    String plain = STATEMENT.matcher(APPENDED.matcher(message).replaceAll("")).replaceAll("");
    return sentence(
        plain
            .lines()
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.joining(" ")));
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  private static Optional<Location> changeSet(List<Throwable> causes) {
    return causes.stream()
        .map(cause -> CHANGESET.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> Location.of(found.group("file"), found.group("id")));
  }

  private static Optional<String> statement(List<Throwable> causes) {
    return causes.stream()
        .map(cause -> STATEMENT.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> found.group("sql").strip());
  }

  private static String shortened(String sql) {
    return sql.length() <= LONGEST_STATEMENT ? sql : sql.substring(0, LONGEST_STATEMENT) + " ...";
  }
}
