package dev.taskstore.db;

import dev.taskstore.db.internal.value.StoredType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A position in a list: the values of the order's columns in one row.
 *
 * @param order the fingerprint of the order
 * @param values the stored forms of the values
 */
record Cursor(int order, List<Object> values) {

  private static final int MAXIMUM_VALUES = 32;

  Cursor {
    values = List.copyOf(values);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(order);
    out.writeByte(values.size());
    for (Object value : values) {
      StoredType.write(out, value);
    }
  }

  static Cursor read(DataInputStream in) throws IOException {
    int order = in.readInt();
    int size = in.readUnsignedByte();
    if (size > MAXIMUM_VALUES) {
      throw new IOException("too many values");
    }
    List<Object> values = new ArrayList<>();
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
