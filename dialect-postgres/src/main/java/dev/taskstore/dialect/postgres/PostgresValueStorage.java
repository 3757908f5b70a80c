package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.ValueStorage;
import java.util.HexFormat;

/** Native types. Only literals of binary data differ from standard SQL. */
enum PostgresValueStorage implements ValueStorage {
  INSTANCE;

  @Override
  public String bytesLiteral(byte[] value) {
    return "cast('\\x" + HexFormat.of().formatHex(value) + "' as bytea)";
  }

  @Override
  public int bytesType() {
    return java.sql.Types.BINARY;
  }
}
