package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Native types. Only literals of binary data differ from standard SQL. */
enum PostgresValueStorage implements ValueStorage {
  INSTANCE;

  private static final Map<Integer, String> UNTYPED =
      Map.of(Types.OTHER, "uuid", Types.TIMESTAMP_WITH_TIMEZONE, "timestamptz", Types.TIME, "time");

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
}
