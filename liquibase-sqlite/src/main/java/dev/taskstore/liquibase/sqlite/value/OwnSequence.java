package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import java.util.List;
import liquibase.database.Database;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.jspecify.annotations.Nullable;

/** The sequence that PostgreSQL creates with a generated column. */
public final class OwnSequence {

  private OwnSequence() {}

  /** Returns whether the next value of a sequence is the value that the database generates. */
  public static boolean isOf(TableDefinition table, String column, String sequence) {
    String name = sequence.replaceFirst("(?i)^public\\.", "").replace("\"", "");
    return table.isAutoIncrement()
        && table.rowidAlias().filter(alias -> alias.isNamed(column)).isPresent()
        && Names.same(name, table.name() + "_" + column + "_seq");
  }

  /** Returns whether a value is the next one of the sequence of its column. */
  static boolean isNextOf(Database database, String table, String column, @Nullable Object value) {
    String sequence = value instanceof DatabaseFunction function ? sequence(function) : null;
    String createTable = sequence == null ? null : SchemaText.of(database, table);
    return sequence != null
        && createTable != null
        && isOf(TableDefinition.read(createTable), column, sequence);
  }

  /** Returns the sequence of {@code nextval('name')}, or null. */
  private static @Nullable String sequence(DatabaseFunction function) {
    String text = String.valueOf(function.getValue());
    if (function instanceof SequenceNextValueFunction) {
      return text;
    }
    List<Token> tokens = Tokenizer.tokens(text);
    boolean next =
        tokens.size() >= 4 && tokens.get(0).isWord("nextval") && tokens.get(1).isSymbol('(');
    return next ? Names.plain(tokens.get(2).text()) : null;
  }
}
