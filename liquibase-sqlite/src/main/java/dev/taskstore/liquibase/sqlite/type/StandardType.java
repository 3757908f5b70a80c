package dev.taskstore.liquibase.sqlite.type;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.datatype.DataTypeFactory;
import liquibase.exception.DatabaseIncapableOfOperation;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * A type in standard terms: what Liquibase makes of a type of a changelog on PostgreSQL.
 *
 * @param name the name, in lower case
 * @param first the first parameter, or null
 * @param second the second parameter, or null
 */
record StandardType(String name, @Nullable Integer first, @Nullable Integer second) {

  /** Without a connection, Liquibase takes the newest version. */
  private static final Database POSTGRES = new PostgresDatabase();

  private static final Pattern COLLATION =
      Pattern.compile("\\s+COLLATE\\s+(\"[^\"]*\"|\\S+)\\s*$", Pattern.CASE_INSENSITIVE);

  /** The collations that compare by code point, as TEXT of SQLite does. */
  private static final Set<String> BINARY =
      Set.of("c", "posix", "ucs_basic", "binary", "c.utf-8", "c.utf8");

  private static final Pattern TYPE =
      Pattern.compile(
          "([a-z][a-z0-9_ ]*?)\\s*(?:\\(\\s*(-?\\d{1,8})\\s*(?:,\\s*(-?\\d{1,8})\\s*)?\\))?"
              + "(?:\\s+(with time zone|without time zone|varying|precision))?");

  /** Returns the type, or null if PostgreSQL has no type of this form. */
  static @Nullable StandardType of(String typeAsWritten) {
    String type = withoutCollation(typeAsWritten.strip());
    String lower = type.toLowerCase(Locale.ROOT);
    // A large object has no bytes of its own: see the documentation.
    if (lower.matches("blob(\\s*\\(.*\\))?") || lower.equals("java.sql.types.blob")) {
      return new StandardType("bytea", null, null);
    }
    Matcher matcher =
        TYPE.matcher(postgres(type).toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " "));
    if (!matcher.matches()) {
      return null;
    }
    String suffix = matcher.group(4) == null ? "" : " " + matcher.group(4);
    return new StandardType(
        matcher.group(1) + suffix, number(matcher.group(2)), number(matcher.group(3)));
  }

  private static String postgres(String type) {
    try {
      return DataTypeFactory.getInstance()
          .fromDescription(type, POSTGRES)
          .toDatabaseDataType(POSTGRES)
          .toString();
    } catch (DatabaseIncapableOfOperation e) {
      throw new UnexpectedLiquibaseException(
          "The type " + type + " has more than 6 digits of a second; write timestamp(6)", e);
    }
  }

  private static String withoutCollation(String type) {
    Matcher matcher = COLLATION.matcher(type);
    if (!matcher.find()) {
      return type;
    }
    String collation = matcher.group(1).replace("\"", "").toLowerCase(Locale.ROOT);
    if (!BINARY.contains(collation)) {
      throw new UnexpectedLiquibaseException(
          "The type "
              + type
              + " has a collation that SQLite does not have; write COLLATE \"C\" or none");
    }
    return type.substring(0, matcher.start());
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }
}
