package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.ValueStorage;
import java.util.HexFormat;

/** Native types; only binary data is written in another way than standard SQL has it. */
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
