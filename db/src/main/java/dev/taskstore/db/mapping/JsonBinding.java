package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converters;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;

/**
 * Binds JSON columns as the text that was written, so that equality and order are those of the text
 * on every dialect. What is no JSON is refused. Thread-safe.
 */
public final class JsonBinding extends StorageBinding<JSON, JSON> {

  private static final long serialVersionUID = 1L;
  private static final String WHAT = "A JSON text";

  /** Creates the binding; generated tables do. */
  public JsonBinding() {
    super(Converters.identity(JSON.class));
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, JSON value)
      throws SQLException {
    Checks.json(WHAT, value);
    statement.setString(parameter, value.data());
  }

  @Override
  @Nullable JSON get(ValueStorage storage, ResultSet resultSet, int column) throws SQLException {
    return JSON.jsonOrNull(resultSet.getString(column));
  }

  @Override
  int nullType(ValueStorage storage) {
    return Types.VARCHAR;
  }

  @Override
  String literal(ValueStorage storage, JSON value) {
    Checks.json(WHAT, value);
    return "'" + value.data().replace("'", "''") + "'";
  }
}
