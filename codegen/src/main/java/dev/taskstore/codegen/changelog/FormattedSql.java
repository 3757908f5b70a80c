package dev.taskstore.codegen.changelog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds marks of personal data in formatted SQL that Liquibase does not read: it keeps the last
 * comment of a changeset only, and takes other lines for SQL.
 */
final class FormattedSql {

  private static final Pattern HEADER =
      Pattern.compile("(?i)\\uFEFF?\\s*--\\s*liquibase formatted.*");
  private static final Pattern CHANGE_SET = Pattern.compile("(?i)\\s*--\\s*changeset\\s.*");
  private static final Pattern COMMENT = Pattern.compile("(?i)\\s*--\\s*comment:? .*");
  private static final Pattern MARK =
      Pattern.compile("(?i)\\s*--.*data\\s*:\\s*(?:personal|secret)\\s+\\w+\\.\\w+.*");

  private FormattedSql() {}

  static boolean isChecked(String file) {
    return file.endsWith(".sql");
  }

  /** Returns a sentence about the first mark that is not read; empty if there is none. */
  static Optional<String> problem(String file, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (!HEADER.matcher(text.stripLeading().lines().findFirst().orElse("")).matches()) {
      return Optional.empty();
    }
    OptionalInt line = firstUnread(text.lines().toArray(String[]::new));
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The changelog file "
                + file
                + " is invalid, line "
                + line.getAsInt()
                + ": Liquibase does not read this mark of personal data, because it keeps one"
                + " comment for each changeset. Write all marks of the changeset into one line that"
                + " begins with \"--comment: \".");
  }

  private static OptionalInt firstUnread(String[] lines) {
    int marked = 0; // the number of the line with the latest comment, if it has a mark
    for (int i = 0; i < lines.length; i++) {
      Matcher mark = MARK.matcher(lines[i]);
      boolean isComment = COMMENT.matcher(lines[i]).matches();
      if (isComment && marked > 0) {
        return OptionalInt.of(marked);
      } else if (isComment) {
        marked = mark.matches() ? i + 1 : 0;
      } else if (mark.matches()) {
        return OptionalInt.of(i + 1);
      } else if (CHANGE_SET.matcher(lines[i]).matches()) {
        marked = 0;
      }
    }
    return OptionalInt.empty();
  }
}
