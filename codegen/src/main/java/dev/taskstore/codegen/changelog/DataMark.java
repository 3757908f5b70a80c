package dev.taskstore.codegen.changelog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mark of personal data in the comment of a changeset: {@code data:personal users.username,
 * users.email}. A mark ends with its line. It describes the final schema, whichever changeset
 * contains it.
 *
 * @param changeSet the changeset
 * @param written the mark as it is written
 * @param category the category; empty if the mark is malformed
 * @param columns the marked columns
 * @param problem what is malformed, as a sentence; empty for a valid mark
 */
public record DataMark(
    ChangeSetKey changeSet,
    String written,
    Optional<DataCategory> category,
    List<Column> columns,
    Optional<String> problem) {

  private static final Pattern MARK =
      Pattern.compile("(?i)(?<!\\S)data:(\\S+)((?:(?!(?<!\\S)(?:data|lint):)[^\\r\\n])*)");

  /** A column after a mark with other characters before the colon, or with blanks around it. */
  private static final Pattern MISSPELT =
      Pattern.compile("(?i)\\S*\\w[ \\t]*:[ \\t]*(?:personal|secret)[ \\t]+\\w+\\.\\w+");

  private static final Pattern COLUMN = Pattern.compile("([^\\s.,]+)\\.([^\\s.,]+)");

  /** Copies the list. */
  public DataMark {
    Objects.requireNonNull(changeSet, "changeSet");
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(problem, "problem");
    columns = List.copyOf(columns);
  }

  /**
   * A marked column.
   *
   * @param table the name of the table
   * @param name the name of the column
   */
  public record Column(String table, String name) {

    /** Returns the column as it is written, such as {@code users.email}. */
    @Override
    public String toString() {
      return table + "." + name;
    }
  }

  /**
   * Reads the marks of a changeset, malformed ones included.
   *
   * @param changeSet the changeset
   * @param comment its comment, empty if there is none
   * @return the marks in the order of the comment
   */
  public static List<DataMark> in(ChangeSetKey changeSet, String comment) {
    List<DataMark> marks = new ArrayList<>();
    MARK.matcher(comment).results().forEach(mark -> marks.add(mark(changeSet, mark)));
    MISSPELT
        .matcher(comment)
        .results()
        .map(MatchResult::group)
        .filter(written -> !MARK.matcher(written).matches())
        .forEach(
            written ->
                marks.add(
                    malformed(
                        changeSet,
                        written,
                        "Write data:personal or data:secret as a word of its own, without"
                            + " blanks.")));
    return List.copyOf(marks);
  }

  /**
   * Returns a comment without its marks, for readers.
   *
   * @param comment the comment of a changeset
   * @return the other text of the comment, stripped
   */
  public static String textWithout(String comment) {
    return MARK.matcher(comment).replaceAll("").strip();
  }

  private static DataMark mark(ChangeSetKey changeSet, MatchResult found) {
    String written = found.group().strip();
    Optional<DataCategory> category = DataCategory.of(found.group(1));
    if (!written.startsWith("data:") || category.isEmpty()) {
      return malformed(
          changeSet,
          written,
          "The category "
              + found.group(1)
              + " does not exist; write data:personal or data:secret.");
    }
    List<String> names =
        Arrays.stream(found.group(2).strip().split("[,\\s]+"))
            .filter(name -> !name.isEmpty())
            .toList();
    Optional<String> malformed =
        names.stream().filter(name -> !COLUMN.matcher(name).matches()).findFirst();
    if (names.isEmpty() || malformed.isPresent()) {
      return malformed(
          changeSet,
          written,
          malformed.map(name -> name + " is not a column").orElse("The mark has no column")
              + "; write table.column, separated by commas.");
    }
    return new DataMark(
        changeSet,
        written,
        category,
        names.stream().map(DataMark::column).toList(),
        Optional.empty());
  }

  private static Column column(String name) {
    int dot = name.indexOf('.');
    return new Column(name.substring(0, dot), name.substring(dot + 1));
  }

  private static DataMark malformed(ChangeSetKey changeSet, String written, String problem) {
    return new DataMark(changeSet, written, Optional.empty(), List.of(), Optional.of(problem));
  }

  /**
   * Returns the marked columns that several marks put into different categories.
   *
   * @param marks the marks of a changelog
   * @return the columns, each once, in the order of the marks
   */
  public static List<Column> contradictory(List<DataMark> marks) {
    return marks.stream()
        .flatMap(mark -> mark.columns().stream())
        .distinct()
        .filter(column -> categories(marks, column).distinct().count() > 1)
        .toList();
  }

  /**
   * Returns the category of a column.
   *
   * @param marks the marks of a changelog
   * @param table the name of the table
   * @param column the name of the column
   * @return the category, or empty if no mark contains the column
   */
  public static Optional<DataCategory> categoryOf(
      List<DataMark> marks, String table, String column) {
    return categories(marks, new Column(table, column)).findFirst();
  }

  private static Stream<DataCategory> categories(List<DataMark> marks, Column column) {
    return marks.stream()
        .filter(mark -> mark.columns().contains(column))
        .flatMap(mark -> mark.category().stream());
  }
}
