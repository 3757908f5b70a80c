package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Native types. Only binary data and texts with types of their own differ from standard SQL. */
enum PostgresValueStorage implements ValueStorage {
  INSTANCE;

  private static final Map<Integer, String> UNTYPED =
      Map.of(
          Types.OTHER,
          "uuid",
          Types.TIMESTAMP_WITH_TIMEZONE,
          "timestamptz",
          Types.TIMESTAMP,
          "timestamp",
          Types.TIME,
          "time");

  @Override
  public String bytesLiteral(byte[] value) {
    return "cast('\\x" + HexFormat.of().formatHex(value) + "' as bytea)";
  }

  /** The driver sends NULL of these types without a type, and then describes the statement. */
  @Override
  public void setNull(PreparedStatement statement, int parameter, int type) throws SQLException {
    @Nullable String name = UNTYPED.get(type);
    if (name == null) {
      statement.setNull(parameter, type);
    } else {
      statement.setNull(parameter, type, name);
    }
  }

  @Override
  public int bytesType() {
    return Types.BINARY;
  }

  /**
   * The server gives a parameter without a type that of the column. A parameter of type text would
   * be refused for JSON and enums, and would not use an index on {@code char(n)}.
   */
  @Override
  public void setText(
      PreparedStatement statement, int parameter, @Nullable String value, TextType type)
      throws SQLException {
    switch (type) {
      case TEXT -> statement.setString(parameter, value);
      case CHARACTER -> statement.setObject(parameter, value, Types.CHAR);
      case JSON, JSONB, ENUM -> statement.setObject(parameter, value, Types.OTHER);
    }
  }
}
