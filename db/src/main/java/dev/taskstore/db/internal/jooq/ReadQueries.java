package dev.taskstore.db.internal.jooq;

import java.util.regex.Pattern;
import org.jooq.Query;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Finds the queries of plain jOOQ that only read. */
final class ReadQueries {

  private static final String WITH = "with";

  /** A text that merely contains such words runs on a writer, where it has the same result. */
  private static final Pattern WRITES_IN_WITH =
      Pattern.compile("\\b(?:insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern LOCKS =
      Pattern.compile(
          "\\bfor (?:update|no key update|share|key share)\\b", Pattern.CASE_INSENSITIVE);

  private ReadQueries() {}

  /**
   * Returns whether a statement is a typed query that locks and changes no rows. Plain SQL may
   * write, even if it returns rows.
   */
  static boolean isReadOnly(@Nullable Query query, @Nullable String sql) {
    return query instanceof Select
        && sql != null
        && !LOCKS.matcher(sql).find()
        && !(sql.regionMatches(true, 0, WITH, 0, WITH.length())
            && WRITES_IN_WITH.matcher(sql).find());
  }
}
