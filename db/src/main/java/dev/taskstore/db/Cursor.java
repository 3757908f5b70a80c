package dev.taskstore.db;

import dev.taskstore.db.internal.value.StoredType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list: the values of the order's columns in one row.
 *
 * @param order the fingerprint of the order
 * @param values the stored forms of the values; null for SQL NULL
 */
record Cursor(int order, List<@Nullable Object> values) {

  static final int MAXIMUM_VALUES = 32;

  Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(order);
    out.writeByte(values.size());
    for (@Nullable Object value : values) {
      StoredType.write(out, value);
    }
  }

  static Cursor read(DataInputStream in) throws IOException {
    int order = in.readInt();
    int size = in.readUnsignedByte();
    if (size > MAXIMUM_VALUES) {
      throw new IOException("too many values");
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(StoredType.read(in));
    }
    return new Cursor(order, values);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static Cursor fromBytes(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Cursor cursor = read(in);
      if (in.available() > 0) {
        throw new IOException("trailing bytes");
      }
      return cursor;
    }
  }
}
